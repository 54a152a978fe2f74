import assert from 'node:assert/strict';
import { parseBody, tells } from '../../support/lesson-problems';

/** The blocks of a body in short. */
function blocks(body: string) {
  return parseBody(body).lesson?.blocks.map((block) =>
    block.kind === 'prose' ? [block.markdown, block.line] : [block.kind, block.line],
  );
}

const run = '```sh run\na\n```\n';

describe('parseBlocks', () => {
  it('cuts prose from the source as it is', () =>
    assert.deepEqual(blocks('One  \n*two*\n\n- a\n\n  b\n\n> [!NOTE]\n> c\n\n| d |\n|---|\n'), [
      ['One  \n*two*\n\n- a\n\n  b\n\n> [!NOTE]\n> c\n\n| d |\n|---|', 6],
    ]));
  it('parts prose where something special stands', () =>
    assert.deepEqual(blocks(`One.\n\n${run}\nTwo.\n${run}${run}Three.\n`), [
      ['One.', 6],
      ['run', 8],
      ['Two.', 12],
      ['run', 13],
      ['run', 16],
      ['Three.', 19],
    ]));
  it('makes nothing of nothing', () => assert.deepEqual(blocks('\n\n \n'), []));
  it('leaves code with three colons alone', () =>
    assert.deepEqual(blocks('```\n::: hint\n```\n'), [['```\n::: hint\n```', 6]]));
  it('tells what stands in a list or a quote', () =>
    tells(
      `- a\n  ${run.replaceAll('\n', '\n  ')}\n\n> ::: hint\n> b\n> :::\n`,
      ['  ```sh run', '"sh run" cannot stand inside a list, a quote or a hint: put it on its own.'],
      ['> ::: hint', '"hint" cannot stand inside a list, a quote or a hint: put it on its own.'],
    ));
});
