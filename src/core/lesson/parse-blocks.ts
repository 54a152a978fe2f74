import type { Token } from 'markdown-it';
import { type ContainerTokens, readContainer, skipBlock } from './containers';
import type { Block } from './lesson';
import { type Place, parseFence } from './parse-fence';
import { reportMisplaced } from './report-misplaced';
import { type Source, sliceLines } from './source';

/** A stretch of a lesson file: all of it, or what stands in a container. */
export interface Stretch {
  readonly tokens: readonly Token[];
  readonly place: Place;
  /** The line where it ends, zero-based. */
  readonly end: number;
}

/** Turns top-level tokens into blocks; what is not special is prose, cut from the source as it is. */
export function parseBlocks(
  { tokens, place, end }: Stretch,
  source: Source,
  parseContainer: (group: ContainerTokens) => readonly Block[],
): readonly Block[] {
  const blocks: Block[] = [];
  let prose: { from: number; to: number } | undefined;
  const flush = () => {
    if (prose === undefined) return;
    const markdown = sliceLines(source, prose.from, prose.to).trimEnd();
    if (markdown !== '') blocks.push({ kind: 'prose', markdown, line: prose.from + 1 });
    prose = undefined;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.map === null) continue;
    const [from, to] = token.map;
    const last = skipBlock(tokens, index);
    const group = readContainer(tokens, index, source, end);
    const special =
      group !== undefined
        ? parseContainer(group)
        : token.type === 'fence'
          ? parseFence(token, source, place)
          : 'prose';
    if (special === 'prose') {
      reportMisplaced(tokens.slice(index + 1, last), source);
      prose = { from: prose?.from ?? from, to };
    } else {
      flush();
      blocks.push(...special);
    }
    index = last;
  }
  flush();
  return blocks;
}
