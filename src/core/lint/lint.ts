import type { ShellParser } from '../shell/script';
import { defaultConfig, type LintConfig } from './config';
import { type Dockerfile, parseDockerfile } from './dockerfile';
import { type Ignores, readIgnores } from './ignores';
import type { Finding, Position, Problem, Rule, Severity } from './rule';
import { rules } from './rules/index';

/** What linting needs besides the text. */
export interface LintOptions {
  readonly shell: ShellParser;
  readonly config?: LintConfig;
}

/** Everything our rules find in a Dockerfile, in the order of its lines. Takes any text. */
export function lintDockerfile(
  text: string,
  { shell, config = defaultConfig }: LintOptions,
): readonly Finding[] {
  const file = parseDockerfile(text, shell);
  const ignores = readIgnores(file);
  const findings = rules.flatMap((rule) => {
    const severity = config.severities.get(rule.code) ?? rule.severity;
    if (severity === 'ignore' || config.ignored.has(rule.code)) return [];
    return findingsOf(rule, severity, file).filter(
      (finding) => !(config.honoursComments && isIgnored(rule, finding, ignores)),
    );
  });
  return findings.sort(
    (a, b) => a.line - b.line || comparePlaces(a, b) || a.code.localeCompare(b.code),
  );
}

function findingsOf(rule: Rule, severity: Severity, file: Dockerfile): readonly Finding[] {
  const { code, alsoInOnbuild } = rule;
  const problems = [...rule.check(file), ...(alsoInOnbuild ? rule.check(file.triggers) : [])];
  return problems.map((problem) => ({
    ...problem,
    code,
    severity,
    line: instructionLine(file, problem.range.start),
  }));
}

function isIgnored({ code, buildCheck }: Rule, { line }: Finding, ignores: Ignores): boolean {
  return (
    ignores.ignores(code, line) || (buildCheck !== undefined && ignores.skips(buildCheck, line))
  );
}

function comparePlaces({ range: { start: a } }: Problem, { range: { start: b } }: Problem): number {
  return a.line - b.line || a.character - b.character;
}

/** The first line of the instruction that a place is in; its own line outside of all. */
function instructionLine(file: Dockerfile, place: Position): number {
  return file.instructionAt(file.lines.offset(place))?.line ?? place.line;
}
