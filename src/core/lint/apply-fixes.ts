import { type LintOptions, lintDockerfile } from './lint';
import type { Edit, Finding, Range } from './rule';
import { SourceLines } from './source-lines';

/** One repair may open the way for another; what still goes on then is left as it is. */
const rounds = 10;

/** The text with everything repaired that can be repaired safely, until nothing more changes. */
export function fixDockerfile(text: string, options: LintOptions): string {
  let fixed = text;
  for (let round = 0; round < rounds; round++) {
    const edits = automaticEdits(lintDockerfile(fixed, options));
    if (edits.length === 0) return fixed;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}

/**
 * The edits of all automatic repairs that go together, one for each finding; a repair that touches
 * the place of one before it is left out.
 */
export function automaticEdits(findings: readonly Finding[]): readonly Edit[] {
  const chosen: Edit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes?.find(({ automatic }) => automatic);
    if (fix === undefined) continue;
    const isFree = fix.edits.every(
      (edit) => !chosen.some((other) => touch(edit.range, other.range)),
    );
    if (isFree) chosen.push(...fix.edits);
  }
  return chosen;
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lines = new SourceLines(text);
  const places = edits
    .map(({ range, text: replacement }) => ({
      start: lines.offset(range.start),
      end: lines.offset(range.end),
      replacement,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  let result = '';
  for (const { start, end, replacement } of places) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** The one edit, as small as can be, that makes one text of another; `undefined` when they are equal. */
export function editBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let same = 0;
  while (same < limit - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const range = new SourceLines(before).range({ start, end: before.length - same });
  return { range, text: after.slice(start, after.length - same) };
}

function touch(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
