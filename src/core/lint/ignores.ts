import type { Comment } from './comments';
import type { Dockerfile } from './dockerfile';

/** What comments of a file silence. Lines are zero-based, those on which instructions begin. */
export interface Ignores {
  /** Whether `# hadolint ignore=…` silences a rule on a line. */
  ignores(code: string, line: number): boolean;
  /** Whether `# check=skip=…` silences one of BuildKit's checks on a line. */
  skips(check: string, line: number): boolean;
}

export function readIgnores(file: Dockerfile): Ignores {
  const pragmas = file.comments.flatMap((comment) => readPragma(comment) ?? []);
  const everywhere = codesOf(pragmas.filter(({ scope }) => scope === 'global'));
  const lines = new Map(
    pragmas.filter(({ scope }) => scope === 'line').map(({ line, codes }) => [line + 1, codes]),
  );
  const regions = readRegions(file, pragmas);
  const skips = readSkips(file);
  return {
    ignores: (code, line) =>
      everywhere.has(code) ||
      (lines.get(line)?.has(code) ?? false) ||
      (regions.findLast((region) => region.start < line)?.codes.has(code) ?? false),
    skips: (check, line) => skips(check, line),
  };
}

interface Pragma {
  readonly scope: 'line' | 'global' | 'stage';
  readonly codes: ReadonlySet<string>;
  readonly line: number;
}

function readPragma({ text, line }: Comment): Pragma | undefined {
  const [, scope, list] =
    /^#[ \t]*hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*([^#]*?)[ \t]*(?:#.*)?$/.exec(
      text,
    ) ?? [];
  const codes = list?.split(/[ \t]*,[ \t]*/) ?? [];
  // One bad name makes the whole comment void, as in hadolint.
  if (codes.length === 0 || !codes.every((code) => /^[DLSC\d]+$/.test(code))) return undefined;
  return {
    scope: scope === 'global' || scope === 'stage' ? scope : 'line',
    codes: new Set(codes),
    line,
  };
}

interface Region {
  readonly start: number;
  readonly codes: ReadonlySet<string>;
}

/** A stage's comment opens a region on the line below it, and so does every FROM. */
function readRegions(file: Dockerfile, pragmas: readonly Pragma[]): readonly Region[] {
  const stages = pragmas.filter(({ scope }) => scope === 'stage');
  if (stages.length === 0) return [];
  const none: ReadonlySet<string> = new Set();
  const opened = new Map(file.stages.map(({ from }) => [from.line, none]));
  for (const { line, codes } of stages) opened.set(line + 1, codes);
  return [...opened].map(([start, codes]) => ({ start, codes })).sort((a, b) => a.start - b.start);
}

/** BuildKit's way: in a directive for the whole file, in the comments above an instruction for it. */
function readSkips(file: Dockerfile): Ignores['skips'] {
  const read = ({ text }: Comment) => {
    const [, value] = /^#[ \t]*check[ \t]*=[ \t]*(\S+)/i.exec(text) ?? [];
    if (value === undefined) return undefined;
    const skip = value.split(';').find((part) => /^skip=/i.test(part));
    return new Set(skip?.slice('skip='.length).split(','));
  };
  const whole = file.directives.flatMap((directive) => [...(read(directive) ?? [])]);
  const above = new Map(file.comments.map((comment) => [comment.line, comment]));
  const isSkipped = (names: Iterable<string>, check: string) =>
    [...names].some((name) => [check.toLowerCase(), 'all'].includes(name.toLowerCase()));
  return (check, line) => {
    if (isSkipped(whole, check)) return true;
    let first = line;
    while (above.has(first - 1)) first--;
    for (let at = first; at < line; at++) {
      const comment = above.get(at);
      const names = comment && read(comment);
      if (names !== undefined) return isSkipped(names, check);
    }
    return false;
  };
}

function codesOf(pragmas: readonly Pragma[]): ReadonlySet<string> {
  return new Set(pragmas.flatMap(({ codes }) => [...codes]));
}
