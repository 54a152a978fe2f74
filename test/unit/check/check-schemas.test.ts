import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checkSchemas, type Subject } from '../../../src/core/check/check-schemas';
import { engineActions } from '../../../src/core/check/engine-actions';
import { knownKeys } from '../../../src/core/validation/known-keys';

/** Of the table of checks in the authors' guide: each row's subject and every word in code. */
async function documented(): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = await readFile('labs/README.md', 'utf8');
  const [, section = ''] = /\n## Checks\n(.*?)\n## /s.exec(text) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.map((row) => {
      const words = [...row.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) =>
        [...code.matchAll(/[a-z][a-zA-Z.-]*(?=:)|^[a-z-]+$/g)].map(([word]) => word),
      );
      return [words[0] ?? '', words] as const;
    }),
  );
}

describe('checkSchemas', () => {
  it('are the rows of the authors’ guide', async () =>
    assert.deepEqual([...(await documented()).keys()], Object.keys(checkSchemas)));

  for (const subject of Object.keys(checkSchemas) as readonly Subject[]) {
    it(`have the keys that the guide names: ${subject}`, async () => {
      const words = (await documented()).get(subject) ?? [];
      const keys = knownKeys(checkSchemas[subject], []).filter((key) => key !== 'say');
      assert.deepEqual(
        keys.filter((key) => !words.includes(key)),
        [],
      );
    });
  }
});

describe('engineActions', () => {
  it('are sorted, and each stands once', () =>
    assert.deepEqual(engineActions, [...new Set(engineActions)].toSorted()));
});
