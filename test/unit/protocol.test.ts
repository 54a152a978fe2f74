import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFromPage, type PageMessage } from '../../src/protocol';

/** One good message of each type; the compiler wants all of them. */
const messages: { readonly [Type in PageMessage['type']]: PageMessage & { readonly type: Type } } =
  {
    ready: { type: 'ready' },
    run: { type: 'run', block: 'run-1' },
    explain: { type: 'explain', block: 'run-1' },
    describe: { type: 'describe', block: 'run-1' },
    copy: { type: 'copy', block: 'run-1' },
    'write-file': { type: 'write-file', block: 'file-1' },
    'open-file': { type: 'open-file', path: 'site/index.html' },
    'open-link': { type: 'open-link', url: 'https://example.com' },
    check: { type: 'check', exercise: 'start' },
    'type-answer': { type: 'type-answer', exercise: 'start', check: 'it', text: '28.0.0' },
    hint: { type: 'hint', exercise: 'start' },
    solution: { type: 'solution', exercise: 'start' },
    reset: { type: 'reset', exercise: 'start' },
    answer: { type: 'answer', quiz: 'why', chosen: [0, 2] },
    go: { type: 'go', lesson: 'introduction/hello-world' },
    place: { type: 'place', anchor: '' },
    prompt: { type: 'prompt' },
    read: { type: 'read' },
  };

const accepts = (value: unknown) => assert.equal(isFromPage(value), true);
const refuses = (value: unknown) => assert.equal(isFromPage(value), false, JSON.stringify(value));

const strangers = [undefined, null, 1, true, {}, ['a'], () => 'a', new String('a')];

describe('isFromPage', () => {
  for (const plain of Object.values(messages)) {
    const message = { ...plain, shown: 'introduction/hello-world' };
    it(`accepts ${message.type}`, () => accepts(message));
    for (const field of Object.keys(message)) {
      it(`refuses ${message.type} with its ${field} spoiled or gone`, () => {
        for (const stranger of strangers) refuses({ ...message, [field]: stranger });
        const { [field as 'type']: _, ...rest } = message;
        refuses(rest);
      });
    }
  }

  it('refuses what is no message', () => {
    for (const value of [undefined, null, '', 'ready', 1, [], ['ready'], () => 'ready'])
      refuses(value);
  });
  it('refuses types that nobody knows', () => {
    for (const type of ['', 'Ready', 'constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      refuses({ type, shown: '' });
    }
  });
  it('refuses a type from a prototype', () =>
    refuses(Object.assign(Object.create({ type: 'ready' }), { shown: '' })));
  it('refuses a field from a prototype', () =>
    refuses(Object.assign(Object.create({ block: 'run-1' }), { type: 'run', shown: '' })));
  it('refuses a list that is dressed up', () =>
    refuses(Object.assign([], { type: 'ready', shown: '' })));
  it('refuses text without end', () =>
    refuses({ type: 'go', lesson: 'x'.repeat(10_001), shown: '' }));

  const choice = (chosen: unknown) => ({ type: 'answer', quiz: 'why', chosen, shown: '' });
  it('accepts an answer without a choice', () => accepts(choice([])));
  it('refuses what are no places of options', () => {
    for (const chosen of [
      ['0'],
      [0.5],
      [-1],
      [NaN],
      [Infinity],
      [null],
      [[0]],
      { 0: 0, length: 1 },
    ]) {
      refuses(choice(chosen));
    }
  });
  it('refuses a list with holes', () => {
    const holes: number[] = [];
    holes[2] = 1;
    refuses(choice(holes));
  });
  it('refuses a list without end', () => refuses(choice(Array.from({ length: 101 }, () => 0))));

  it('takes anything', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (value) => {
        assert.equal(typeof isFromPage(value), 'boolean');
      }),
    );
  });
});
