import { LabError } from '../lab-error';
import type { Facts } from '../ports';
import type { Check, CheckResult, ExerciseResult } from './check';
import { judgeContainer, judgeGone } from './judges/container';
import { judgeAnswer, judgeHappened, judgeImage } from './judges/engine-facts';
import type { CheckContext, Judgement } from './judges/judgement';
import { judgeCommand, judgeFile, judgeHttp, judgePort } from './judges/outside';

export type { CheckContext } from './judges/judgement';

/** How long one check may take, in milliseconds: a container that hangs must not hold up the rest. */
const patience = 10_000;

/**
 * Judges all checks of an exercise, side by side. Never rejects: what cannot be judged without an
 * engine is a skip, what goes wrong while judging is a failure that says why.
 */
export async function evaluateChecks(
  checks: readonly Check[],
  facts: Facts,
  context: CheckContext,
): Promise<ExerciseResult> {
  const results = await Promise.all(
    checks.map(async (check): Promise<CheckResult> => {
      const judgement = await withPatience(judge(check, facts, context)).catch(fromError);
      return { say: check.say, ...judgement };
    }),
  );
  const done =
    results.some((result) => result.outcome === 'pass') &&
    results.every((result) => result.outcome !== 'fail');
  return { done, checks: results };
}

async function judge(check: Check, facts: Facts, context: CheckContext): Promise<Judgement> {
  switch (check.kind) {
    case 'container':
      return judgeContainer(check, facts, context);
    case 'gone':
      return judgeGone(check, facts, context);
    case 'happened':
      return judgeHappened(check, facts, context);
    case 'image':
      return judgeImage(check, facts, context);
    case 'port':
      return judgePort(check, facts, context);
    case 'http':
      return judgeHttp(check, facts, context);
    case 'file':
      return judgeFile(check, facts, context);
    case 'command':
      return judgeCommand(check, facts, context);
    case 'answer':
      return judgeAnswer(check, facts, context);
  }
}

function fromError(error: unknown): Judgement {
  if (error instanceof LabError && (error.code === 'no-engine' || error.code === 'unsupported')) {
    return { outcome: 'skip', found: error.message };
  }
  const found = error instanceof Error ? error.message : String(error);
  return { outcome: 'fail', expected: 'a fact from the engine', found };
}

async function withPatience(judgement: Promise<Judgement>): Promise<Judgement> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Judgement>((resolve) => {
    timer = setTimeout(
      () =>
        resolve({
          outcome: 'fail',
          expected: 'an answer within ten seconds',
          found: 'none came: does the container hang?',
        }),
      patience,
    );
  });
  try {
    return await Promise.race([judgement, late]);
  } finally {
    clearTimeout(timer);
  }
}
