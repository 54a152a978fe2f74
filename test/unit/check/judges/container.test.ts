import assert from 'node:assert/strict';
import type { ContainerCheck } from '../../../../src/core/check/check';
import { judgeContainer, judgeGone } from '../../../../src/core/check/judges/container';
import type { ContainerFacts, PublishedPort } from '../../../../src/core/engine';
import { aContainer, anEvent, fakeFacts, type GivenFacts } from '../../../support/fake-facts';

const context = { since: new Date(500), answers: {}, lint: async () => [] };

/** Judges a container named web that is as given. */
function judge(check: Partial<ContainerCheck>, container: Partial<ContainerFacts> = {}) {
  const facts = fakeFacts({ containers: [aContainer(container)] });
  return judgeContainer(
    { kind: 'container', say: 'It is so', container: { name: 'web' }, ...check },
    facts,
    context,
  );
}

async function passes(check: Partial<ContainerCheck>, container?: Partial<ContainerFacts>) {
  assert.deepEqual(await judge(check, container), { outcome: 'pass' });
}

async function fails(
  check: Partial<ContainerCheck>,
  container: Partial<ContainerFacts>,
  expected: string,
  found: string,
) {
  assert.deepEqual(await judge(check, container), { outcome: 'fail', expected, found });
}

const port = (hostPort: number, protocol: PublishedPort['protocol'] = 'tcp'): PublishedPort => ({
  containerPort: 80,
  protocol,
  hostAddress: '0.0.0.0',
  hostPort,
});

const mount = { kind: 'bind', source: '/home/me/site', target: '/srv/', readOnly: false } as const;

describe('judgeContainer', () => {
  it('passes when it is there', () => passes({}));
  it('passes when everything is so', () =>
    passes(
      {
        is: 'running',
        image: 'docker.io/library/nginx:latest',
        publishes: { '80/tcp': 8080 },
        mount: { at: '/srv', kind: 'bind', readOnly: false },
        environment: { A: 'b' },
        labels: { role: 'web' },
        user: 'node',
      },
      {
        ports: [port(8080)],
        mounts: [mount],
        environment: { A: 'b', C: 'd' },
        labels: { role: 'web' },
        user: 'node',
      },
    ));
  it('fails when there is none of the name', () =>
    fails({}, { name: 'other' }, 'a container named web', 'there is none on the engine'));
  it('fails when there is none of the image', () =>
    fails(
      { container: { image: 'redis' } },
      {},
      'a container of the image redis',
      'there is none on the engine',
    ));
  it('tells the first thing that is not so', () =>
    fails({ is: 'paused', user: 'node' }, {}, 'paused', 'it is running'));

  it('fails on another image', () =>
    fails({ image: 'nginx:1.27' }, {}, 'made from the image nginx:1.27', 'it is made from nginx'));

  it('fails when it was never started', () =>
    fails(
      { is: 'running' },
      { state: 'created' },
      'running',
      'it is created, but was never started',
    ));
  it('fails when it has ended', () =>
    fails(
      { is: 'running' },
      { state: 'exited', exitCode: 1 },
      'running',
      'it has ended with exit code 1',
    ));
  it('fails when it was killed, and says why', () =>
    fails(
      { is: 'running' },
      { state: 'exited', exitCode: 137, outOfMemory: true },
      'running',
      'it has ended with exit code 137, killed because it was out of memory',
    ));

  it('passes with the exit code', () =>
    passes({ is: 'exited', exitCode: 0 }, { state: 'exited', exitCode: 0 }));
  it('fails with another exit code', () =>
    fails({ exitCode: 0 }, { state: 'exited', exitCode: 3 }, 'exit code 0', 'exit code 3'));
  it('fails before it has an exit code', () =>
    fails({ exitCode: 0 }, {}, 'exit code 0', 'it has not ended'));

  it('passes with one of several published ports', () =>
    passes({ publishes: { '80/tcp': 81 } }, { ports: [port(80), port(81)] }));
  it('fails with another port', () =>
    fails(
      { publishes: { '80/tcp': 8080 } },
      { ports: [port(80)] },
      'its port 80/tcp published on 8080',
      'it is published on 80: a container’s ports are fixed when it is created',
    ));
  it('fails with another protocol', () =>
    fails(
      { publishes: { '80/tcp': 80 } },
      { ports: [port(80, 'udp')] },
      'its port 80/tcp published on 80',
      'it is not published, but 80/udp is, on 80: a container’s ports are fixed when it is created',
    ));
  it('fails without ports', () =>
    fails(
      { publishes: { '80/tcp': 80 } },
      {},
      'its port 80/tcp published on 80',
      'it is not published: a container’s ports are fixed when it is created',
    ));
  it('does not blame the ports of a container that has ended', () =>
    fails(
      { publishes: { '80/tcp': 80 } },
      { state: 'exited', exitCode: 0 },
      'its port 80/tcp published on 80',
      'it is exited: no port of it is open',
    ));

  it('fails without a mount', () =>
    fails(
      { mount: { at: '/srv' } },
      {},
      'something mounted at /srv',
      'nothing is mounted there: mounts are fixed when a container is created',
    ));
  it('fails with a mount of another kind', () =>
    fails(
      { mount: { at: '/srv', kind: 'volume' } },
      { mounts: [mount] },
      'a volume mounted at /srv',
      'a folder or file of your machine is mounted there',
    ));
  it('fails with a mount that can be written to', () =>
    fails(
      { mount: { at: '/srv', readOnly: true } },
      { mounts: [mount] },
      'a read-only mount at /srv',
      'it is writable',
    ));
  it('fails with a mount that cannot be written to', () =>
    fails(
      { mount: { at: '/srv', readOnly: false } },
      { mounts: [{ ...mount, readOnly: true }] },
      'a writable mount at /srv',
      'it is read-only',
    ));

  it('fails without a variable', () =>
    fails({ environment: { A: 'b' } }, {}, 'the variable A is “b”', 'it is not set'));
  it('fails with another value', () =>
    fails(
      { environment: { A: 'b' } },
      { environment: { A: 'c' } },
      'the variable A is “b”',
      'it is “c”',
    ));
  it('takes no variable from a prototype', () =>
    fails(
      { environment: { constructor: 'b' } },
      {},
      'the variable constructor is “b”',
      'it is not set',
    ));
  it('fails without a label', () =>
    fails({ labels: { role: 'web' } }, {}, 'the label role is “web”', 'it is not set'));

  it('fails as root', () =>
    fails({ user: 'node' }, {}, 'the user node', 'it is root: no user is set'));
  it('fails as another user', () =>
    fails({ user: 'node' }, { user: '1000' }, 'the user node', 'it is 1000'));
});

describe('judgeGone', () => {
  const removed = anEvent({ action: 'destroy' });
  const expected = 'a container named web was there and is removed';
  const judgeWith = (given: GivenFacts, container = { name: 'web' } as const) =>
    judgeGone({ kind: 'gone', say: 'It is gone', container }, fakeFacts(given), context);
  async function failsWith(given: GivenFacts, found: string) {
    assert.deepEqual(await judgeWith(given), { outcome: 'fail', expected, found });
  }

  it('passes when it was removed', async () =>
    assert.deepEqual(await judgeWith({ events: [removed] }), { outcome: 'pass' }));
  it('passes when one of an image was removed', async () => {
    const check = { kind: 'gone', say: '', container: { image: 'nginx' } } as const;
    const facts = fakeFacts({ events: [removed] });
    assert.deepEqual(await judgeGone(check, facts, context), { outcome: 'pass' });
  });
  it('fails when it is there', () =>
    failsWith(
      { containers: [aContainer({ state: 'exited' })], events: [removed] },
      'it is still there: exited',
    ));
  it('fails when it never was', () => failsWith({}, 'it was not there since you began'));
  it('fails when it was removed before', () =>
    failsWith(
      { events: [anEvent({ action: 'destroy', time: new Date(499) })] },
      'it was not there since you began',
    ));
  it('fails when another was removed', () =>
    failsWith(
      { events: [anEvent({ action: 'destroy', name: 'other' })] },
      'it was not there since you began',
    ));
  it('fails when a network of the name was removed', () =>
    failsWith(
      { events: [anEvent({ ...removed, kind: 'network' })] },
      'it was not there since you began',
    ));
});
