import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, fixDockerfile } from '../../../../src/core/lint/apply-fixes';
import { lintDockerfile } from '../../../../src/core/lint/lint';
import type { Rule } from '../../../../src/core/lint/rule';
import { rules } from '../../../../src/core/lint/rules/index';
import type { ShellParser } from '../../../../src/core/shell/script';
import { testShellParser } from '../../../support/shell-parser';

const fileOf = ({ code, name }: Rule) => `${code.toLowerCase()}-${name}`;
const names = (folder: string, ending: string) =>
  readdirSync(join(process.cwd(), folder))
    .filter((name) => name.endsWith(ending) && name !== `index${ending}`)
    .map((name) => name.slice(0, -ending.length))
    .sort();

describe('the rules', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });
  const codes = (text: string) => lintDockerfile(text, { shell }).map(({ code }) => code);

  it('are the files of their folder, in order', () =>
    assert.deepEqual(rules.map(fileOf), names('src/core/lint/rules', '.ts')));

  it('have a test file each', () =>
    assert.deepEqual(rules.map(fileOf), names('test/unit/lint/rules', '.test.ts')));

  for (const rule of rules) {
    const { code, summary, why, example, lesson } = rule;
    describe(code, () => {
      it('says what it asks for and why in sentences', () => {
        assert.match(summary, /^[A-Z].*\.$/);
        assert.match(why, /^[A-Z`].*[.]$/);
        assert.ok(why.split(/[.:] /).length <= 3, 'two sentences at most');
      });

      it('has an example it catches, and one with nothing to say about', () => {
        assert.ok(codes(example.bad).includes(code));
        assert.deepEqual(codes(example.good), []);
      });

      it('leads to a lesson that exists', () => {
        if (lesson === undefined) return;
        const [, name] = lesson.split('/');
        const files = readdirSync(join(process.cwd(), 'labs'), { recursive: true }).map(String);
        assert.ok(
          files.some((file) => file.endsWith(`-${name}.md`)),
          lesson,
        );
      });

      it('is satisfied by its own repairs, which stay readable', () => {
        for (const finding of lintDockerfile(example.bad, { shell })) {
          if (finding.code !== code) continue;
          for (const { edits } of finding.fixes ?? []) {
            const repaired = codes(applyEdits(example.bad, edits));
            assert.deepEqual(
              repaired.filter((each) => each === code || each === 'DL1000'),
              [],
            );
          }
        }
      });
    });
  }

  it('repair all that is automatic in the end, and nothing then', () => {
    const text = rules.map(({ example }) => example.bad).join('\n');
    const fixed = fixDockerfile(text, { shell });
    const left = lintDockerfile(fixed, { shell }).filter(({ fixes }) =>
      fixes?.some(({ automatic }) => automatic),
    );
    assert.deepEqual(left, []);
    assert.equal(fixDockerfile(fixed, { shell }), fixed);
  });

  it('find nothing in the Dockerfiles of the labs and of their solutions', () => {
    const folder = join(process.cwd(), 'labs');
    const texts = readdirSync(folder, { recursive: true })
      .map(String)
      .flatMap((file) => {
        if (!/(?:Dockerfile|\.md)$/.test(file)) return [];
        const text = readFileSync(join(folder, file), 'utf8');
        return file.endsWith('.md') ? fencedDockerfiles(text) : [text];
      });
    assert.deepEqual(
      texts.map((text) => codes(text)),
      texts.map(() => []),
    );
    assert.ok(texts.length > 1);
  });
});

function fencedDockerfiles(lesson: string): readonly string[] {
  return [...lesson.matchAll(/^```dockerfile file=\S*\n(.*?)^```/gms)].map(([, text = '']) => text);
}
