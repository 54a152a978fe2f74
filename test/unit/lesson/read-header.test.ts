import assert from 'node:assert/strict';
import { onlyBlock, tells } from '../../support/lesson-problems';

const rest = '- [x] a: b\n- [ ] c: d\n::::\n';

describe('readHeader', () => {
  it('ends at the first empty line', () => {
    const block = onlyBlock(`:::: quiz why\ncovers:\n  - intro.nginx\n  \ncovers: all?\n\n${rest}`);
    assert.deepEqual(block.kind === 'quiz' && [block.covers, block.question], [
      ['intro.nginx'],
      'covers: all?',
    ]);
  });
  it('may be empty', () => {
    const block = onlyBlock(`:::: quiz why\n\nWhy?\n\n${rest}`);
    assert.deepEqual(block.kind === 'quiz' && block.covers, []);
  });
  it('tells mistakes in their lines', () =>
    tells(`:::: quiz why\ncovers: []\nneeds: []\n\nWhy?\n\n${rest}`, [
      'needs: []',
      '"needs" is not known here. Known: covers.',
    ]));
  it('tells what is missing where there is no head', () =>
    tells(
      ':::: exercise start',
      [
        ':::: exercise start',
        'This block is not closed: after its text stands a line of "::::" alone.',
      ],
      [':::: exercise start', '"title" is missing.'],
      [':::: exercise start', 'This exercise has no checks: a block "yaml checks".'],
      [':::: exercise start', 'This exercise has no solution: a block "::: solution".'],
    ));
  it('tells what is not YAML', () =>
    tells(`:::: quiz why\ncovers: [\n\nWhy?\n\n${rest}`, [
      'covers: [',
      'This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ]));
});
