import assert from 'node:assert/strict';
import { planBlock } from '../../../../src/core/command/plan-block';
import { needsEngine, staysAttached, wantsTyping } from '../../../../src/editor/run/terminal-use';
import { testShellParser } from '../../../support/shell-parser';

/** Whether it outlives the window, whether the learner is meant to type, whether an engine is needed. */
async function use(command: string): Promise<string> {
  const surroundings = { workingDirectory: '/', home: '/', user: 'me', variables: {} };
  const plan = planBlock(command, await testShellParser(), surroundings);
  const lasts = plan.steps.some((step) => step.kind === 'docker' && staysAttached(step.request));
  const words = { lasts, typing: wantsTyping(plan), engine: needsEngine(plan) };
  return Object.entries(words)
    .flatMap(([word, is]) => (is ? [word] : []))
    .join(' ');
}

const cases: readonly (readonly [string, string])[] = [
  ['docker run alpine true', 'lasts engine'],
  ['docker run -it alpine sh', 'lasts typing engine'],
  ['docker run -i alpine cat', 'lasts typing engine'],
  ['docker run -t alpine ls', 'lasts engine'],
  ['docker run -dit alpine sh', 'engine'],
  ['docker create -it alpine sh', 'typing engine'],
  ['docker exec -it web sh', 'typing engine'],
  ['docker exec -dit web sh', 'engine'],
  ['docker exec web ls', 'engine'],
  ['docker attach web', 'lasts typing engine'],
  ['docker start web', 'engine'],
  ['docker start -ai web', 'lasts typing engine'],
  ['docker ps && docker run -it alpine sh', 'lasts typing engine'],
  ['docker ps | wc -l', 'engine'],
  ['ls -l', ''],
];

describe('the use of a terminal', () => {
  for (const [command, words] of cases) {
    it(`${command}: ${words || 'nothing of it'}`, async () =>
      assert.equal(await use(command), words));
  }
});
