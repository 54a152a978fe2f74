import assert from 'node:assert/strict';
import { readContainer, readId, skipBlock } from '../../../src/core/lesson/containers';
import { createMarkdown } from '../../../src/core/lesson/markdown';
import { tells } from '../../support/lesson-problems';

function read(text: string, index = 0) {
  const lines = text.split('\n');
  const problems: (readonly [string | undefined, string])[] = [];
  const source = {
    lines,
    problem: (line: number, message: string) => void problems.push([lines[line], message]),
    nextId: () => '',
  };
  const tokens = createMarkdown().parse(text, {});
  const group = readContainer(tokens, index, source, lines.length);
  return { tokens, group, problems, id: group && readId(group, source) };
}

describe('readContainer', () => {
  it('has what stands between its lines', () => {
    const { group, problems } = read('::: hint  some words\nOne.\n\nTwo.\n:::');
    const { tokens = [], ...rest } = group ?? {};
    assert.deepEqual(rest, { name: 'hint', argument: 'some words', line: 0, end: 4 });
    assert.equal(tokens.filter(({ type }) => type === 'paragraph_open').length, 2);
    assert.deepEqual(problems, [
      [
        '::: hint  some words',
        'After "hint" stands an id of small letters, digits and dashes, such as "move-port".',
      ],
    ]);
  });
  it('is nothing where none opens', () =>
    assert.equal(read('One.\n\n::: hint\n:::').group, undefined));
  it('reads the id', () => assert.equal(read('::: quiz move-port-2\n:::').id, 'move-port-2'));
  it('tells that it is not closed', () =>
    assert.deepEqual(read('::: quiz a\nOne.\n').problems, [
      ['::: quiz a', 'This block is not closed: after its text stands a line of ":::" alone.'],
    ]));
  it('tells an inner one that takes the end of the outer', () =>
    tells(
      ':::: exercise a\ntitle: A\n\n```yaml checks\n- say: x\n  image: y\n```\n\n::: solution\nDo it.\n\n::: hint\nThink.\n:::\n::::\n',
      ['::: hint', 'This block is not closed: after its text stands a line of ":::" alone.'],
      ['::: hint', 'A block "hint" cannot stand here, inside an exercise.'],
    ));
});

describe('skipBlock', () => {
  it('goes to the end of a block', () => {
    const { tokens } = read('- a\n  - b\n\nc');
    assert.equal(tokens[skipBlock(tokens, 0)]?.type, 'bullet_list_close');
  });
  it('stays where nothing opens', () => {
    const { tokens } = read('```\na\n```');
    assert.equal(skipBlock(tokens, 0), 0);
  });
});
