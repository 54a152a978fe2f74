import type { Token } from 'markdown-it';
import type { Source } from './source';

/** Tokens between `:::` lines, with the info string of the opening line. */
export interface ContainerTokens {
  readonly name: string;
  /** What follows the name: an id. */
  readonly argument: string;
  readonly tokens: readonly Token[];
  /** Zero-based, of the opening line. */
  readonly line: number;
  /** The line behind the closing one. */
  readonly end: number;
}

/** The container that opens at a token, or `undefined`. An unclosed one is a problem. */
export function readContainer(
  tokens: readonly Token[],
  index: number,
  source: Source,
): ContainerTokens | undefined {
  const open = tokens[index];
  if (open?.map == null || !/^container_.*_open$/.test(open.type)) return undefined;
  const end = findClose(tokens, index);
  const [line, last] = open.map;
  // markdown-it ends the map at the closing line, or at the end of its parent when there is none.
  const closing = [last - 1, last].find((at) => /^\s*:{3,}\s*$/.test(source.lines[at] ?? ''));
  if (closing === undefined || closing <= line) {
    source.problem(line, 'This ::: block is not closed: it needs as many colons on a line alone.');
  }
  const [name = '', ...rest] = open.info.trim().split(/\s+/);
  return {
    name,
    argument: rest.join(' '),
    tokens: tokens.slice(index + 1, end),
    line,
    end: closing === undefined ? last : closing + 1,
  };
}

/** The id after the container's name; `undefined`, and told, when it is missing or odd. */
export function readId(group: ContainerTokens, source: Source): string | undefined {
  if (/^[a-z][a-z0-9-]*$/.test(group.argument)) return group.argument;
  source.problem(
    group.line,
    `After "${group.name}" stands an id of small letters, digits and dashes, such as "move-port".`,
  );
  return undefined;
}

/** Index of the token that closes the block opened at `index`; itself when it opens nothing. */
export function skipBlock(tokens: readonly Token[], index: number): number {
  return tokens[index]?.nesting === 1 ? findClose(tokens, index) : index;
}

function findClose(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}
