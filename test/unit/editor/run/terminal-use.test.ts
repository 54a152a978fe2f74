import assert from 'node:assert/strict';
import { planBlock } from '../../../../src/core/command/plan-block';
import { isRaw, needsEngine, wantsTyping } from '../../../../src/editor/run/terminal-use';
import { testShellParser } from '../../../support/shell-parser';

/** Whether keys go to the container, whether the learner is meant to type, whether an engine is needed. */
async function use(command: string): Promise<string> {
  const surroundings = { workingDirectory: '/', home: '/', user: 'me', variables: {} };
  const plan = planBlock(command, await testShellParser(), surroundings);
  const raw = plan.steps.some((step) => step.kind === 'docker' && isRaw(step.request));
  const words = { raw, typing: wantsTyping(plan), engine: needsEngine(plan) };
  return Object.entries(words)
    .flatMap(([word, is]) => (is ? [word] : []))
    .join(' ');
}

const cases: readonly (readonly [string, string])[] = [
  ['docker run alpine true', 'engine'],
  ['docker run -it alpine sh', 'raw typing engine'],
  ['docker run -i alpine cat', 'typing engine'],
  ['docker run -t alpine ls', 'raw engine'],
  ['docker run -dit alpine sh', 'engine'],
  ['docker create -it alpine sh', 'typing engine'],
  ['docker exec -it web sh', 'raw typing engine'],
  ['docker exec -dit web sh', 'engine'],
  ['docker exec web ls', 'engine'],
  ['docker attach web', 'raw typing engine'],
  ['docker start web', 'engine'],
  ['docker start -ai web', 'raw typing engine'],
  ['docker ps && docker run -it alpine sh', 'raw typing engine'],
  ['docker ps | wc -l', 'engine'],
  ['ls -l', ''],
];

describe('the use of a terminal', () => {
  for (const [command, words] of cases) {
    it(`${command}: ${words || 'nothing of it'}`, async () =>
      assert.equal(await use(command), words));
  }
});
