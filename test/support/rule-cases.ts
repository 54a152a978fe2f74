import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/lint/apply-fixes';
import { lintDockerfile } from '../../src/core/lint/lint';
import type { Finding } from '../../src/core/lint/rule';
import type { ShellParser } from '../../src/core/shell/script';
import { testShellParser } from './shell-parser';

/** One line a case; each becomes a test of its own. */
export interface RuleCases {
  /** The rule reports the text so often. */
  catches(text: string, count?: number): void;
  passes(text: string): void;
  /** The rule's finding is repaired without asking, and this comes of it. */
  fixes(text: string, repaired: string): void;
  /** What the rule's finding offers first comes to this; it is never applied without asking. */
  offers(text: string, repaired: string): void;
  /** The finding is exactly between the two arrows: `FROM →debian←`. */
  points(marked: string): void;
}

/** Cases of one rule, judged through the whole linter. Call it inside of `describe`. */
export function ruleCases(code: string): RuleCases {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });
  const find = (text: string): readonly Finding[] =>
    lintDockerfile(text, { shell }).filter((finding) => finding.code === code);
  const repairs = (text: string, repaired: string, automatic: boolean) => {
    const [fix] = find(text)[0]?.fixes ?? [];
    assert.deepEqual(
      { automatic: fix?.automatic, text: fix && applyEdits(text, fix.edits) },
      { automatic, text: repaired },
    );
  };
  return {
    catches: (text, count = 1) =>
      it(`finds ${count} in ${JSON.stringify(text)}`, () => assert.equal(find(text).length, count)),
    passes: (text) =>
      it(`finds nothing in ${JSON.stringify(text)}`, () => assert.deepEqual(find(text), [])),
    fixes: (text, repaired) =>
      it(`repairs ${JSON.stringify(text)}`, () => repairs(text, repaired, true)),
    offers: (text, repaired) =>
      it(`offers a repair of ${JSON.stringify(text)}`, () => repairs(text, repaired, false)),
    points: (marked) =>
      it(`points at the place in ${JSON.stringify(marked)}`, () => {
        const text = marked.replace(/[→←]/g, '');
        const [finding] = find(text);
        assert.equal(finding && mark(text, finding), marked);
      }),
  };
}

function mark(text: string, { range: { start, end } }: Finding): string {
  const insert = (place: Finding['range']['start'], sign: string) => ({
    range: { start: place, end: place },
    text: sign,
  });
  return applyEdits(text, [insert(start, '→'), insert(end, '←')]);
}
