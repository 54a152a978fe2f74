import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkSchemas, type Subject } from '../../../src/core/check/check-schemas';
import { parseChecks } from '../../../src/core/check/parse-checks';
import { knownKeys } from '../../../src/core/validation/known-keys';

/** The authors' guide to checks: a table of the subjects, and an example with every key. */
const [, section = ''] =
  /\n## Checks\n(.*?)\n## /s.exec(readFileSync('labs/README.md', 'utf8')) ?? [];
const rows = section.split('\n').filter((line) => line.startsWith('| `'));
const [, example = ''] = /```yaml\n(.*?)```/s.exec(section) ?? [];

const subjects = Object.keys(checkSchemas) as readonly Subject[];

describe('checkSchemas', () => {
  it('are the rows of the authors’ guide', () =>
    assert.deepEqual(
      rows.map((row) => /^\| `([a-z]+):/.exec(row)?.[1]),
      subjects,
    ));
  it('understand its example', () => assert.deepEqual(parseChecks(example, 1).problems, []));
  for (const subject of subjects) {
    it(`know no key of ${subject} that the guide leaves out`, () => {
      const keys = knownKeys(checkSchemas[subject], []);
      const checks = (parse(example) as object[]).filter((check) =>
        Object.keys(check).every((key) => keys.includes(key)),
      );
      assert.deepEqual(new Set(checks.flatMap(Object.keys)), new Set(keys));
    });
    it(`have every key of ${subject} in its row`, () => {
      const row = rows.find((each) => each.startsWith(`| \`${subject}:`)) ?? '';
      for (const key of knownKeys(checkSchemas[subject], [])) {
        assert.ok(key === 'say' || new RegExp(`\`${key}[:\`]`).test(row), key);
      }
    });
  }
});
