import assert from 'node:assert/strict';
import type { AnswerCheck, HappenedCheck, ImageCheck } from '../../../../src/core/check/check';
import {
  judgeAnswer,
  judgeHappened,
  judgeImage,
} from '../../../../src/core/check/judges/engine-facts';
import type { Judgement } from '../../../../src/core/check/judges/judgement';
import type { EngineEvent, ImageFacts } from '../../../../src/core/engine';
import { aContainer, anEvent, anImage, fakeFacts } from '../../../support/fake-facts';

const context = { since: new Date(500), answers: {}, lint: async () => [] };
const pass: Judgement = { outcome: 'pass' };
const fail = (expected: string, found: string): Judgement => ({ outcome: 'fail', expected, found });

describe('judgeHappened', () => {
  async function judges(
    check: Partial<HappenedCheck>,
    events: readonly Partial<EngineEvent>[],
    judgement: Judgement,
  ) {
    const facts = fakeFacts({ events: events.map(anEvent) });
    const whole = { kind: 'happened', say: '', action: 'start', ...check } as const;
    assert.deepEqual(await judgeHappened(whole, facts, context), judgement);
  }

  it('passes when it was reported', () => judges({}, [{}], pass));
  it('passes when the engine says more than the verb', () =>
    judges({ action: 'exec_start' }, [{ action: 'exec_start: touch /x' }], pass));
  it('passes with name and image', () =>
    judges({ name: 'web', image: 'docker.io/nginx' }, [{}], pass));
  it('passes with the image of an image’s event', () =>
    judges(
      { action: 'pull', image: 'nginx' },
      [{ kind: 'image', action: 'pull', name: 'nginx:latest', image: '' }],
      pass,
    ));
  it('passes when one of several had the exit code', () =>
    judges(
      { action: 'die', exitCode: 0 },
      [
        { action: 'die', exitCode: 0 },
        { action: 'die', exitCode: 1 },
      ],
      pass,
    ));

  it('fails when nothing was reported', () =>
    judges({}, [], fail('the engine reports “start”', 'it did not, since you began')));
  it('fails when it was before', () =>
    judges(
      {},
      [{ time: new Date(499) }],
      fail('the engine reports “start”', 'it did not, since you began'),
    ));
  it('fails for a volume of the same name', () =>
    judges(
      { name: 'web' },
      [{ kind: 'volume', name: 'web' }],
      fail('the engine reports “start” of web', 'it did not, since you began'),
    ));
  it('fails for another name', () =>
    judges(
      { name: 'web' },
      [{ name: 'other' }],
      fail('the engine reports “start” of web', 'it did not, since you began'),
    ));
  it('fails for another image', () =>
    judges(
      { image: 'redis' },
      [{}],
      fail('the engine reports “start” of redis', 'it did not, since you began'),
    ));
  it('fails with another exit code', () =>
    judges(
      { action: 'die', exitCode: 0 },
      [{ action: 'die', exitCode: 3 }],
      fail('exit code 0', 'exit code 3'),
    ));
  it('fails without an exit code', () =>
    judges({ exitCode: 0 }, [{}], fail('exit code 0', 'exit code unknown')));
});

describe('judgeImage', () => {
  async function judges(
    check: Partial<ImageCheck>,
    image: Partial<ImageFacts>,
    judgement: Judgement,
  ) {
    const facts = fakeFacts({ images: { app: anImage(image) } });
    const whole = { kind: 'image', say: '', image: 'app', ...check } as const;
    assert.deepEqual(await judgeImage(whole, facts, context), judgement);
  }

  it('passes when it is there', () => judges({}, {}, pass));
  it('passes when everything is so', () =>
    judges(
      { exposes: '80/tcp', user: 'node', workingDirectory: '/app' },
      { exposedPorts: ['80/tcp', '81/tcp'], user: 'node', workingDirectory: '/app' },
      pass,
    ));
  it('fails when it is not there', () =>
    judges({ image: 'other' }, {}, fail('an image other', 'there is none on the engine')));
  it('fails without a port', () =>
    judges({ exposes: '80/tcp' }, {}, fail('it notes the port 80/tcp', 'it notes none')));
  it('fails with other ports', () =>
    judges(
      { exposes: '80/tcp' },
      { exposedPorts: ['81/tcp', '82/udp'] },
      fail('it notes the port 80/tcp', 'it notes 81/tcp, 82/udp'),
    ));
  it('fails as root', () =>
    judges({ user: 'node' }, {}, fail('it runs as node', 'it runs as root: no USER is set')));
  it('fails as another user', () =>
    judges({ user: 'node' }, { user: 'app' }, fail('it runs as node', 'it runs as app')));
  it('fails with another working directory', () =>
    judges({ workingDirectory: '/app' }, {}, fail('its working directory is /app', 'it is /')));
});

describe('judgeAnswer', () => {
  const web = { name: 'web' } as const;
  async function judge(typed: string | undefined, equals: AnswerCheck['equals']) {
    const facts = fakeFacts({ containers: [aContainer()] });
    const answers: Record<string, string> = typed === undefined ? {} : { it: typed };
    const check = { kind: 'answer', id: 'it', ask: '', say: '', equals } as const;
    return judgeAnswer(check, facts, { ...context, answers });
  }
  const passes = async (typed: string, equals: AnswerCheck['equals']) =>
    assert.deepEqual(await judge(typed, equals), pass);
  const fails = async (typed: string, equals: AnswerCheck['equals'], expected: string) =>
    assert.deepEqual(await judge(typed, equals), fail(expected, `you typed “${typed}”`));

  it('passes with the version', () => passes(' 28.0.0\n', { fact: 'engine.version' }));
  it('fails with another version', () =>
    fails('28', { fact: 'engine.version' }, 'the version of the engine that answers'));
  it('passes with the name in any case', () => passes('docker', { fact: 'engine.name' }));
  it('fails with another name', () =>
    fails('podman', { fact: 'engine.name' }, 'the name of the engine that answers'));
  it('passes with the count', () => passes('1', { fact: 'engine.containersRunning' }));
  it('fails with another count', () =>
    fails('2', { fact: 'engine.containersRunning' }, 'the number of containers running right now'));
  it('passes with the start of an id', () =>
    passes('C0FFEE12', { fact: 'container.id', container: web }));
  it('fails with too little of an id', () =>
    fails(
      'c0ff',
      { fact: 'container.id', container: web },
      'the id of a container named web, six characters of it or more',
    ));
  it('passes with the image', () =>
    passes('nginx:latest', { fact: 'container.image', container: web }));
  it('fails with another image', () =>
    fails(
      'nginx:1',
      { fact: 'container.image', container: web },
      'the image of a container named web',
    ));
  it('passes with root where no user is set', () =>
    passes('root', { fact: 'container.user', container: web }));
  it('fails with another user', () =>
    fails('me', { fact: 'container.user', container: web }, 'the user of a container named web'));
  it('shows little of a long answer', async () => {
    const judgement = await judge('x'.repeat(500), { fact: 'engine.version' });
    const found = `you typed “${'x'.repeat(80)}”`;
    assert.deepEqual(judgement, fail('the version of the engine that answers', found));
  });

  it('fails while nothing is typed', async () =>
    assert.deepEqual(
      await judge(undefined, { fact: 'engine.version' }),
      fail('an answer from you', 'nothing is typed yet'),
    ));
  it('fails when there is nothing to compare with', async () =>
    assert.deepEqual(
      await judge('nginx', { fact: 'container.image', container: { name: 'other' } }),
      fail('the image of a container named other', 'there is no such container on the engine'),
    ));
  it('takes no answer from a prototype', async () => {
    const check = { kind: 'answer', id: 'constructor', ask: '', say: '' } as const;
    const equals = { fact: 'engine.version' } as const;
    assert.deepEqual(
      await judgeAnswer({ ...check, equals }, fakeFacts(), context),
      fail('an answer from you', 'nothing is typed yet'),
    );
  });
});
