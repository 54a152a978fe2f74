import assert from 'node:assert/strict';
import fc from 'fast-check';
import { offsetOf, openYaml } from '../../../src/core/validation/yaml-text';

/** The line of what a path leads to, in a text that begins at line 10. */
function line(text: string, ...path: readonly PropertyKey[]) {
  const { root, lineAt } = openYaml(text, 10);
  return lineAt(offsetOf(root, path));
}

function refuses(text: string, at: number, reason: string) {
  const { value, problems } = openYaml(text, 10);
  const message = `This is not valid YAML: ${reason}`;
  assert.deepEqual([value, problems], [undefined, [{ line: at, message }]]);
}

const list = '- say: a\n  is:\n    - x\n\n- say: b\n';

describe('openYaml', () => {
  it('has the plain value', () =>
    assert.deepEqual(openYaml(list, 1).value, [{ say: 'a', is: ['x'] }, { say: 'b' }]));

  it('knows where an item is', () => assert.equal(line(list, 1), 14));
  it('knows where a key is', () => assert.equal(line(list, 0, 'is'), 11));
  it('knows where a nested item is', () => assert.equal(line(list, 0, 'is', 0), 12));
  it('knows where the way ends, of what is not there', () =>
    assert.equal(line(list, 1, 'is', 'deep'), 14));
  it('finds keys that are numbers', () => assert.equal(line('a: 1\n80: 2\n', 80), 11));
  it('begins with the text', () => assert.equal(line(list), 10));
  it('counts lines of Windows', () => assert.equal(line('a: 1\r\nb: 2\r\n', 'b'), 11));
  it('takes an empty text', () => assert.equal(openYaml('', 10).value, null));

  it('refuses what is not closed', () =>
    refuses(
      'a: [1',
      10,
      'Flow sequence in block collection must be sufficiently indented and end with a ]',
    ));
  it('refuses keys that stand twice', () => refuses('a: 1\na: 2', 11, 'Map keys must be unique'));
  it('refuses a second document', () =>
    refuses('a: 1\n---\nb: 2', 11, 'a line of "---" cannot stand in it.'));
  it('tells the first slip alone', () =>
    assert.equal(openYaml('a: [\nb: ]]\n"', 1).problems.length, 1));
  it('refuses aliases that unfold without end', () => {
    const bomb = [
      'a0: &a0 [x, x]',
      ...[...'123456789'].map((n) => `a${n}: &a${n} [*a${+n - 1}, *a${+n - 1}]`),
    ];
    refuses(bomb.join('\n'), 10, 'Excessive alias count indicates a resource exhaustion attack');
  });

  it('does not write to the process about odd keys', () => {
    const warnings: unknown[] = [];
    const { emitWarning } = process;
    process.emitWarning = (warning: unknown) => void warnings.push(warning);
    try {
      openYaml('? [a]\n: 1\n', 1);
    } finally {
      process.emitWarning = emitWarning;
    }
    assert.deepEqual(warnings, []);
  });

  it('keeps a key __proto__ for itself', () => {
    const { value } = openYaml('__proto__: { polluted: true }', 1);
    assert.deepEqual(Object.keys(value as object), ['__proto__']);
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
  });

  const yamlLike = fc.string({
    unit: fc.constantFrom(...'ab:-?[]{}&*!|>%@`"\'#, \n\t\r0', '---\n'),
  });
  for (const [name, texts] of [
    ['any text', fc.string({ unit: 'binary' })],
    ['YAML-like text', yamlLike],
  ] as const) {
    it(`takes ${name}, and its problems lie in it`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const { problems } = openYaml(text, 3);
          const last = 2 + text.split(/\r\n|\n|\r/).length;
          for (const { line: at } of problems) assert.ok(at >= 3 && at <= last, `${at} of ${last}`);
        }),
        { numRuns: 500 },
      );
    });
  }
});
