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
  /** The closing line; where there is none, the one behind the last. */
  readonly end: number;
}

/**
 * The container that opens at a token, or `undefined`. An unclosed one is a problem: it ends where
 * what is around it ends, at the line `limit`.
 */
export function readContainer(
  tokens: readonly Token[],
  index: number,
  source: Source,
  limit: number,
): ContainerTokens | undefined {
  const open = tokens[index];
  if (open?.map == null || !/^container_.*_open$/.test(open.type)) return undefined;
  const close = findClose(tokens, index);
  const [line, end] = open.map;
  const [name = '', ...rest] = open.info.trim().split(/\s+/);
  const isClosed = end < limit && /^\s*:{3,}\s*$/.test(source.lines[end] ?? '');
  if (!isClosed) {
    source.problem(
      line,
      `This block is not closed: after its text stands a line of "${open.markup}" alone.`,
    );
  }
  return { name, argument: rest.join(' '), tokens: tokens.slice(index + 1, close), line, end };
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
