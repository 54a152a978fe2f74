import assert from 'node:assert/strict';
import type { Engine } from '../../src/docker/engine';
import { sayOurs, sayTheirs } from '../support/client-differential';
import { realEngine, removeAll } from '../support/engine-real';

const suite = 'networks-differential';
const mine = `container-labs-networks-${process.pid}`;
let engine: Engine;

/** What both say for one line, each with objects of its own; ids aside. */
async function both(line: string, input = '') {
  const rules = { engine, suite, input };
  const [theirs, ours] = [
    await sayTheirs(named(line, 'theirs'), rules),
    await sayOurs(named(line, 'ours'), rules),
  ];
  assert.ok(theirs, 'the docker client is installed');
  return [plain(ours), plain(theirs)] as const;
}

function named(line: string, whose: string): string {
  return line.replaceAll('MINE', `${mine}-${whose}`);
}

function plain(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll(new RegExp(`${mine}-(?:ours|theirs)`, 'g'), 'MINE')
    .replaceAll(/"container-labs.lesson\\?": ?\\?"[^"]*",?/g, '')
    .replaceAll(/\b[0-9a-f]{64}\b|\b[0-9a-f]{12}\b/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
  return JSON.parse(text);
}

/** Both end alike and say the same, on both streams. */
const same = (line: string, input?: string) =>
  it(`says the same for ${line}`, async () => {
    const [ours, theirs] = await both(line, input);
    assert.deepEqual(ours, theirs);
  });

/** Both make the same, by what the engine knows of it. */
const makes = (kind: 'network' | 'volume', flags: string) =>
  it(`makes the same ${kind} for ${flags}`, async () => {
    const [ours, theirs] = await both(`docker ${kind} create ${flags} MINE`);
    assert.deepEqual(ours, theirs);
    try {
      const facts = await Promise.all(['ours', 'theirs'].map((whose) => inspected(kind, whose)));
      assert.deepEqual(facts[0], facts[1]);
    } finally {
      const [removed] = await both(`docker ${kind} rm MINE`);
      assert.deepEqual(removed, { exitCode: 0, output: 'MINE\n', errors: '' });
    }
  });

async function inspected(kind: string, whose: string): Promise<unknown> {
  const path = `/${kind}s/${mine}-${whose}`;
  const { Id: _, ...facts } = (await engine.connection.json({ method: 'GET', path })) as {
    readonly Id: string;
    readonly Labels: Readonly<Record<string, string>> | null;
    readonly CreatedAt?: string;
  };
  const { 'container-labs.lesson': __, ...labels } = facts.Labels ?? {};
  return plain({ ...facts, CreatedAt: '', Labels: labels, IPAM: withoutChoice(facts) });
}

/** The engine chooses another range each time when none is asked for. */
function withoutChoice(facts: object): unknown {
  const text = JSON.stringify('IPAM' in facts ? facts.IPAM : null);
  return JSON.parse(text.replaceAll(/"(?:172\.\d+|192\.168)\.[^"]*"/g, '"CHOSEN"'));
}

describe('networks and volumes, next to the docker client', function () {
  this.timeout(60_000);
  before(async function () {
    engine = await realEngine(this);
    if ((await sayTheirs('docker --version', { engine, suite })) === undefined) {
      process.stderr.write('SKIPPED: no docker client to compare with\n');
      this.skip();
    }
  });
  after(async () => {
    if (engine === undefined) return;
    // What the client makes carries no label of ours.
    await sayTheirs(named('docker network rm -f MINE', 'theirs'), { engine, suite });
    await sayTheirs(named('docker volume rm -f MINE', 'theirs'), { engine, suite });
    await removeAll(engine, suite);
  });

  makes('network', '--label a=b');
  makes('network', '--internal --attachable');
  makes('network', '-d bridge -o com.docker.network.bridge.enable_icc=false');
  makes('network', '--config-only --subnet 10.251.0.0/24');
  makes('network', '--ipam-driver default --ipam-opt a=b');
  makes('network', '--scope local');
  makes('network', '--ipv6=false');
  makes('volume', '--label a=b');
  makes('volume', '-d local -o type=tmpfs -o device=tmpfs -o o=size=1m');

  it('gives a network its addresses', async () => {
    const flags =
      '--subnet 10.251.0.0/24 --gateway 10.251.0.9 --ip-range 10.251.0.128/25 --aux-address router=10.251.0.7 --ipv6 --subnet fd00:251::/64 --gateway fd00:251::9';
    const rules = { engine, suite };
    const facts = [];
    for (const [whose, say] of [
      ['ours', sayOurs],
      ['theirs', sayTheirs],
    ] as const) {
      const said = await say(named(`docker network create ${flags} MINE`, whose), rules);
      assert.deepEqual([said?.exitCode, said?.errors], [0, '']);
      facts.push(await inspected('network', whose));
      await say(named('docker network rm MINE', whose), rules);
    }
    const sorted = facts.map((each) =>
      JSON.stringify(each)
        .match(/\{[^{}]*"Subnet"[^{}]*/g)
        ?.sort(),
    );
    assert.equal(sorted[0]?.length, 2);
    assert.deepEqual(sorted[0], sorted[1]);
  });

  it('connects a container as the client does', async () => {
    const [made] = await both('docker network create MINE --label a=b');
    assert.equal((made as { readonly exitCode: number }).exitCode, 0);
    const rules = { engine, suite };
    const ran = await sayOurs(named('docker run -d --name MINE alpine sleep 300', 'ours'), rules);
    assert.equal(ran.exitCode, 0);
    const seen = [];
    for (const [whose, say] of [
      ['ours', sayOurs],
      ['theirs', sayTheirs],
    ] as const) {
      const [network, container] = [`${mine}-${whose}`, `${mine}-ours`];
      const flags = '--alias db,data --alias store --driver-opt a=b --link-local-ip 169.254.1.2';
      const said = await say(`docker network connect ${flags} ${network} ${container}`, rules);
      const path = `/containers/${container}/json`;
      const { NetworkSettings: settings } = (await engine.connection.json({
        method: 'GET',
        path,
      })) as {
        readonly NetworkSettings: { readonly Networks: Record<string, Record<string, unknown>> };
      };
      const { Aliases, DriverOpts, IPAMConfig, Links } = settings.Networks[network] ?? {};
      const left = await say(`docker network disconnect -f ${network} ${container}`, rules);
      seen.push([said, left, { Aliases, DriverOpts, IPAMConfig, Links }]);
    }
    assert.deepEqual(plain(seen[0]), plain(seen[1]));
    await sayOurs(named('docker rm -f MINE', 'ours'), rules);
    await both('docker network rm MINE');
  });

  const wrong = `
network create --subnet 10.1.0.0/24 --gateway 10.2.0.1 MINE
network create --gateway 10.1.0.1 MINE
network create --ip-range 10.1.0.0/24 MINE
network create --ip-range nope --subnet 10.1.0.0/24 MINE
network create --subnet 10.1.0.0/24 --subnet 10.1.0.0/16 MINE
network create --subnet 10.1.0.0/24,10.2.0.0/24 --gateway 10.1.0.1,10.1.0.2 MINE
network create --aux-address a=10.1.0.4 MINE
`;
  for (const words of wrong.trim().split('\n')) {
    it(`refuses docker ${words}`, async () => {
      const [ours, theirs] = await both(`docker ${words}`);
      assert.deepEqual(ours, theirs);
    });
  }

  const lines = `
network create --subnet nope MINE
network create --config-from nothing MINE
network create --config-only --internal MINE
network create --ipv4=false MINE
network create -d nodriver MINE
network create -d overlay MINE
network create --ingress MINE
network create --scope swarm MINE
network create bridge
network connect --gw-priority 3 bridge MINE
network connect bridge MINE
network connect MINE MINE
network disconnect bridge MINE
network rm MINE
network rm -f MINE
network rm MINE MINE
network rm -f MINE MINE
network rm bridge
network inspect MINE
network inspect -v host
network ls --filter driver=host
network ls --no-trunc --filter driver=host
network ls --filter driver=null --format json
network ls -q --filter driver=host
network ls --filter nope=1
network prune -f --filter label=container-labs.nothing
volume create -d nodriver MINE
volume create -o x=y MINE
volume rm MINE
volume rm -f MINE
volume rm MINE MINE
volume inspect MINE
volume ls --filter name=MINE
volume ls --filter name=MINE --format json
volume prune -f --filter label=container-labs.nothing
volume prune -a -f --filter label=container-labs.nothing
`;
  for (const words of lines.trim().split('\n')) same(`docker ${words}`);
  same('docker network prune --filter label=container-labs.nothing', 'y\n');
  same('docker network prune --filter label=container-labs.nothing', 'n\n');
  same('docker volume prune --filter label=container-labs.nothing', 'Y\n');
  same('docker volume prune --filter label=container-labs.nothing', 'no\n');
  same('docker volume prune --filter label=container-labs.nothing');

  it('prunes only what fits', async () => {
    await both('docker network create --label container-labs.prune=MINE MINE');
    await both('docker volume create --label container-labs.prune=MINE MINE');
    const pruned = await both('docker network prune -f --filter label=container-labs.prune=MINE');
    const volumes = await both('docker volume prune -f --filter label=container-labs.prune=MINE');
    assert.deepEqual(pruned[0], pruned[1]);
    assert.deepEqual(volumes[0], volumes[1]);
    assert.match(
      JSON.stringify([pruned, volumes]),
      /Networks:\\nMINE\\n\\n.*Volumes:\\nMINE\\n\\n/,
    );
  });
});
