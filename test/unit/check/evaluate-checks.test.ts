import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Check, CheckResult } from '../../../src/core/check/check';
import { evaluateChecks } from '../../../src/core/check/evaluate-checks';
import { LabError, type LabErrorCode } from '../../../src/core/lab-error';
import type { Facts } from '../../../src/core/ports';
import { aContainer, anEvent, anImage, fakeFacts } from '../../support/fake-facts';

const evaluate = (checks: readonly Check[], facts: Facts) =>
  evaluateChecks(checks, facts, {
    since: new Date(0),
    answers: { version: '28.0.0' },
    lint: async () => [],
  });

const web = { name: 'web' } as const;
const runs: Check = { kind: 'container', say: 'It runs', container: web };
const free: Check = { kind: 'port', say: 'It is free', port: 80, is: 'free' };

/** One check of each kind that holds on the engine below. */
const all: readonly Check[] = [
  runs,
  { kind: 'gone', say: 'It is gone', container: { name: 'old' } },
  { kind: 'happened', say: 'It started', action: 'start' },
  { kind: 'image', say: 'It is there', image: 'app' },
  { kind: 'port', say: 'It answers', port: 80, is: 'answering' },
  { kind: 'http', say: 'It serves', url: 'http://localhost', status: 200 },
  { kind: 'file', say: 'It is written', path: 'a' },
  { kind: 'command', say: 'It prints', container: web, command: ['ls'], outputContains: 'x' },
  {
    kind: 'answer',
    say: 'You read it',
    id: 'version',
    ask: '',
    equals: { fact: 'engine.version' },
  },
];
const facts = fakeFacts({
  containers: [aContainer()],
  events: [anEvent(), anEvent({ action: 'destroy', name: 'old' })],
  images: { app: anImage() },
  ports: [80],
  http: { 'http://localhost': { status: 200, body: '' } },
  files: { a: '' },
  commands: { ls: { exitCode: 0, output: 'x' } },
});

/** Facts of which those of containers end in an error. */
function broken(code: LabErrorCode): Facts {
  return {
    ...fakeFacts(),
    container: () => Promise.reject(new LabError(code, 'The engine is away.')),
  };
}

describe('evaluateChecks', () => {
  it('judges every kind', async () =>
    assert.deepEqual(await evaluate(all, facts), {
      done: true,
      checks: all.map(({ say }) => ({ say, outcome: 'pass' })),
    }));
  it('fails every kind where there is nothing', async () => {
    const { done, checks } = await evaluate(all, fakeFacts({ engine: { version: '1' } }));
    assert.equal(done, false);
    assert.deepEqual(new Set(checks.map(({ outcome }) => outcome)), new Set(['fail']));
    for (const { expected, found } of checks) assert.ok(expected && found);
  });
  it('is not done when one fails', async () =>
    assert.equal((await evaluate([runs, free], facts)).done, false));
  it('is not done without checks', async () =>
    assert.deepEqual(await evaluate([], facts), { done: false, checks: [] }));

  const first = async (given: Facts): Promise<CheckResult | undefined> =>
    (await evaluate([runs, free], given)).checks[0];
  for (const code of ['no-engine', 'unsupported'] as const) {
    it(`skips what cannot be judged here: ${code}`, async () =>
      assert.deepEqual(await first(broken(code)), {
        say: 'It runs',
        outcome: 'skip',
        found: 'The engine is away.',
      }));
  }
  it('goes on with the rest, and is done but for what was skipped', async () =>
    assert.equal((await evaluate([runs, free], broken('no-engine'))).done, true));
  it('is not done when everything was skipped', async () =>
    assert.equal((await evaluate([runs], broken('no-engine'))).done, false));
  it('fails when the engine goes away in between', async () =>
    assert.deepEqual(await first(broken('engine-gone')), {
      say: 'It runs',
      outcome: 'fail',
      expected: 'a fact from the engine',
      found: 'The engine is away.',
    }));
  it('waits ten seconds, no longer', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const hanging: Facts = { ...facts, container: () => new Promise(() => undefined) };
      const result = evaluate([runs, free], hanging);
      mock.timers.tick(10_000);
      assert.deepEqual((await result).checks[0], {
        say: 'It runs',
        outcome: 'fail',
        expected: 'an answer within ten seconds',
        found: 'none came: does the container hang?',
      });
    } finally {
      mock.timers.reset();
    }
  });
  it('does not reject on a defect', async () => {
    const defect: Facts = { ...facts, container: () => Promise.reject('thrown') };
    assert.equal((await first(defect))?.found, 'thrown');
  });
  it('does not reject when facts throw at once', async () => {
    const defect: Facts = {
      ...facts,
      container() {
        throw new TypeError('no');
      },
    };
    assert.equal((await first(defect))?.found, 'no');
  });
});
