import assert from 'node:assert/strict';
import { onlyBlock, parseBody, tells } from '../../support/lesson-problems';

const quiz = (text: string) => `:::: quiz why\ncovers: [intro.nginx]\n\n${text}\n::::\n`;

/** The options of a quiz. */
function options(...lines: readonly string[]) {
  const block = onlyBlock(quiz(`Why?\n\n${lines.join('\n')}`));
  assert.ok(block.kind === 'quiz');
  return block.options.map(({ right, text, why }) => [right, text, why]);
}

const right = '- [x] Yes: it is so.';
const wrong = '- [ ] No: it is not.';

describe('parseQuiz', () => {
  it('reads one', () =>
    assert.deepEqual(onlyBlock(quiz(`What is\n\`-d\`?\n\n${right}\n${wrong}`)), {
      kind: 'quiz',
      id: 'why',
      covers: ['intro.nginx'],
      question: 'What is\n`-d`?',
      options: [
        { right: true, text: 'Yes', why: 'It is so.' },
        { right: false, text: 'No', why: 'It is not.' },
      ],
      line: 6,
    }));
  it('may have no head', () =>
    assert.equal(onlyBlock(`:::: quiz why\n\nWhy?\n\n${right}\n${wrong}\n::::\n`).kind, 'quiz'));
  it('may have several right options', () =>
    assert.deepEqual(options(right, '- [X] Also: it is.')[1], [true, 'Also', 'It is.']));
  it('reads options on several lines', () =>
    assert.deepEqual(options('- [x] Yes,\n  indeed: it\n  is so.', '', wrong), [
      [true, 'Yes, indeed', 'It is so.'],
      [false, 'No', 'It is not.'],
    ]));
  it('takes no colon in code for the reason', () =>
    assert.deepEqual(options('- [x] `a: b` and http://c: that.', wrong)[0], [
      true,
      '`a: b` and http://c',
      'That.',
    ]));

  const tellsOf = (text: string, line: string, message: string) =>
    tells(quiz(text), [line, message]);
  const opening = ':::: quiz why';
  it('tells that there is no question', () =>
    tellsOf(`${right}\n${wrong}`, opening, 'This quiz has no question before its options.'));
  it('tells a question that is more than a paragraph', () => {
    for (const more of ['One.\n\nWhy?', '```\ncode\n```', '### Why?', '> Why?', 'One.\n***']) {
      tellsOf(
        `${more}\n\n${right}\n${wrong}`,
        opening,
        'A question is one paragraph: put code, lists and headings before the quiz.',
      );
    }
  });
  it('tells that one option is too few', () =>
    tellsOf(
      `Why?\n\n${right}`,
      opening,
      'This quiz needs two options or more: "- [ ] text: reason".',
    ));
  it('tells that there are no options', () =>
    tellsOf('Why?', opening, 'This quiz needs two options or more: "- [ ] text: reason".'));
  it('tells that none is right', () =>
    tellsOf(
      `Why?\n\n${wrong}\n${wrong}`,
      opening,
      'This quiz has no right option: "- [x] text: reason".',
    ));
  it('tells an option without a box', () =>
    tellsOf(
      `Why?\n\n${right}\n${wrong}\n- Perhaps: maybe.`,
      '- Perhaps: maybe.',
      'An option is written "- [ ] text: reason" or "- [x] text: reason".',
    ));
  it('tells an option without a reason', () =>
    tellsOf(
      `Why?\n\n${right}\n- [ ] No`,
      '- [ ] No',
      'This option has no reason: after ": " say why.',
    ));
  it('tells an option without a text', () =>
    tellsOf(
      `Why?\n\n${right}\n- [ ] : it is not.`,
      '- [ ] : it is not.',
      'This option has no text before its reason.',
    ));
  it('tells what stands after the options', () =>
    tellsOf(
      `Why?\n\n${right}\n${wrong}\n\nThat is all.`,
      'That is all.',
      'Nothing may stand after the options of a quiz.',
    ));
  it('tells a block to run in an option', () =>
    tellsOf(
      `Why?\n\n${right}\n${wrong}\n  \`\`\`sh run\n  a\n  \`\`\``,
      '  ```sh run',
      '"sh run" cannot stand inside a list, a quote or a hint: put it on its own.',
    ));
  it('is left out with a head that cannot be read', () => {
    const text = quiz(`Why?\n\n${right}\n${wrong}`).replace('covers', 'cover');
    assert.deepEqual(parseBody(text).lesson?.blocks, []);
    tells(text, ['cover: [intro.nginx]', '"cover" is not known here. Did you mean "covers"?']);
  });
  it('tells a question that took the place of the head', () =>
    tells(
      `:::: quiz why\nWhy?\n\n${right}\n${wrong}\n::::\n`,
      [':::: quiz why', 'This quiz has no question before its options.'],
      ['Why?', 'Here belong the keys covers, each on a line of its own, such as "covers: …".'],
    ));
});
