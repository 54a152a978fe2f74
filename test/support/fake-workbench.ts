import type { Workbench } from '../../src/cli/verify-exercise';
import type { CheckResult } from '../../src/core/check/check';
import { planBlock } from '../../src/core/command/plan-block';
import { LabError } from '../../src/core/lab-error';
import type { Ability } from '../../src/core/lesson/lesson';
import type { ShellParser } from '../../src/core/shell/script';

export interface FakeBench extends Workbench {
  /** What was asked of it, in order: `run docker ps`, `write a`, `check`, `clean up` …. */
  readonly calls: readonly string[];
}

/** What a workbench does in a test; without more, checks pass once a solution was run. */
export interface GivenBench {
  readonly lacks?: Partial<Readonly<Record<Ability, string>>>;
  /** Names that are somebody's own. */
  readonly taken?: readonly string[];
  /** Ends of commands, by their text; an error is thrown. */
  readonly ends?: Readonly<Record<string, number | Error>>;
  /** What the checks say each time they are made; the last goes on. */
  readonly outcomes?: readonly CheckResult['outcome'][];
  readonly cleanUp?: Error;
}

export function fakeBench(shell: ShellParser, given: GivenBench = {}): FakeBench {
  const calls: string[] = [];
  const outcomes = given.outcomes ?? ['fail', 'pass'];
  let count = 0;
  return {
    calls,
    lacks: async (ability) => given.lacks?.[ability],
    plan(command) {
      const surroundings = { workingDirectory: '/work', home: '/home', user: 'me', variables: {} };
      return planBlock(command, shell, surroundings).steps;
    },
    async run(command) {
      calls.push(`run ${command}`);
      const end = given.ends?.[command] ?? 0;
      if (typeof end !== 'number') throw end;
      return { exitCode: end, output: `${command}\n`, all: `all of ${command}\n` };
    },
    async writeFile(path, content) {
      calls.push(`write ${path}: ${content.trim()}`);
    },
    async evaluate(checks, answers) {
      const typed = Object.values(answers).join(' ');
      calls.push(typed === '' ? 'check' : `check ${typed}`);
      const outcome = outcomes[Math.min(count++, outcomes.length - 1)] ?? 'fail';
      const found = outcome === 'pass' ? undefined : 'something else';
      return {
        done: outcome === 'pass',
        checks: checks.map(({ say }) => ({ say, outcome, expected: 'it', found })),
      };
    },
    isTaken: async (kind, name) => given.taken?.includes(`${kind} ${name}`) ?? false,
    async cleanUp() {
      calls.push('clean up');
      if (given.cleanUp !== undefined) throw given.cleanUp;
    },
    pause: async () => void calls.push('pause'),
  };
}

export const broken = new LabError('engine-answer', 'The engine says no.', {
  advice: 'Ask again.',
});
