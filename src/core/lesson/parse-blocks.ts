import type { Token } from 'markdown-it';
import { type ContainerTokens, readContainer, skipBlock } from './containers';
import type { Block } from './lesson';
import { type Place, parseFence } from './parse-fence';
import { type Source, sliceLines } from './source';

/** Turns top-level tokens into blocks; what is not special is prose, cut from the source as it is. */
export function parseBlocks(
  tokens: readonly Token[],
  source: Source,
  place: Place,
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
    const group = readContainer(tokens, index, source);
    const special =
      group === undefined
        ? token.type === 'fence'
          ? parseFence(token, source, place)
          : 'prose'
        : parseContainer(group);
    if (special === 'prose') {
      prose = { from: prose?.from ?? from, to };
    } else {
      flush();
      blocks.push(...special);
    }
    index = group === undefined ? skipBlock(tokens, index) : index + group.tokens.length + 1;
  }
  flush();
  return blocks;
}
