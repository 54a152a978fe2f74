import assert from 'node:assert/strict';
import type { Engine } from '../../src/docker/engine';
import { sayOurs, sayTheirs } from '../support/client-differential';
import type { Said } from '../support/engine-client';
import { realEngine } from '../support/engine-real';

const suite = 'swarm-differential';
const mine = `container-labs-swarm-${process.pid}`;
let engine: Engine;
/** Only a swarm that this suite has made is ever left. */
let isOwn = false;

function named(line: string, whose: string): string {
  return line.replaceAll('MINE', `${mine}-${whose}`);
}

/** What both say for one line, each with a service of its own; ids and times aside. */
async function both(line: string, input = ''): Promise<readonly [Said, Said]> {
  const rules = { engine, suite, input };
  const theirs = await sayTheirs(named(line, 'them'), rules);
  const ours = await sayOurs(named(line, 'ours'), rules);
  assert.ok(theirs, 'the docker client is installed');
  return [plain(ours), plain(theirs)];
}

function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, field) => {
    return typeof field === 'string' ? tidy(field) : field;
  });
}

function tidy(text: string): string {
  return (
    text
      .replaceAll(new RegExp(`${mine}-(?:ours|them)`, 'g'), 'MINE')
      .replaceAll(/SWMTKN-[\w-]+/g, 'TOKEN')
      .replaceAll(/\b[0-9a-z]{25}\b|\b[0-9a-f]{64}\b/g, 'ID')
      .replaceAll(/\b(?=[a-z]*\d)[0-9a-z]{12}\b/g, 'SHORT')
      // Now and then an id has no digit in it.
      .replaceAll(/^[a-z]{12}(?=\s|$)/gm, 'SHORT')
      .replaceAll(/(?:less than a second|about a minute|\d+ seconds?) ago +/gi, 'AGO ')
      .replaceAll(/CURRENT STATE +/g, 'CURRENT STATE ')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
  );
}

/** How a wait went on, without what depends on the moment. */
function steps({ output, errors, exitCode }: Said): unknown {
  const lines = output
    .split('\n')
    .filter((line) => !/Waiting \d+ seconds|: [1-9]\d* out of/.test(line))
    .filter((line, index, all) => line === '' || all.indexOf(line) === index);
  return { lines, errors, exitCode };
}

const same = (line: string, input?: string) =>
  it(`says the same for ${line}`, async () => {
    const [ours, theirs] = await both(line, input);
    assert.deepEqual(ours, theirs);
  });

const goesOn = (line: string) =>
  it(`goes on in the same way for ${line}`, async () => {
    const [ours, theirs] = await both(line);
    assert.deepEqual(steps(ours), steps(theirs));
  });

/** Both make the same service, by what the engine keeps of it. */
const makes = (words: string) =>
  it(`makes the same service for ${words}`, async () => {
    const [ours, theirs] = await both(`docker service create --detach --name MINE ${words}`);
    try {
      assert.deepEqual(ours, theirs);
      const specs = await Promise.all(['ours', 'them'].map(specOf));
      assert.deepEqual(specs[0], specs[1]);
      // One and the same service, since the one of ours has a label more.
      const line = `docker service inspect --pretty ${mine}-ours`;
      const [shown, clients] = await both(line);
      assert.deepEqual(shown, clients);
    } finally {
      await both('docker service rm MINE');
    }
  });

/** Both change it to the same. */
const changes = (create: string, update: string) =>
  it(`changes the same for ${update}`, async () => {
    const base = '--detach --replicas 0 --name MINE';
    await both(`docker service create ${base} ${create} alpine sleep 300`);
    try {
      const [ours, theirs] = await both(`docker service update --detach ${update} MINE`);
      assert.deepEqual(ours, theirs);
      const specs = await Promise.all(['ours', 'them'].map(specOf));
      assert.deepEqual(specs[0], specs[1]);
    } finally {
      await both('docker service rm MINE');
    }
  });

async function specOf(whose: string): Promise<unknown> {
  const path = `/services/${mine}-${whose}`;
  const { Spec } = (await engine.connection.json({ method: 'GET', path })) as {
    readonly Spec: { readonly Labels: Readonly<Record<string, string>> };
  };
  const { 'container-labs.lesson': _, ...Labels } = Spec.Labels;
  // The client puts variables and labels into any order.
  return sorted(plain({ ...Spec, Labels }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).sort((a, b) => (String(a) < String(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, sorted(field)]));
}

async function isInSwarm(): Promise<boolean> {
  const info = (await engine.connection.json({ method: 'GET', path: '/info' })) as {
    readonly Swarm: { readonly LocalNodeState: string };
  };
  return info.Swarm.LocalNodeState !== 'inactive';
}

describe('swarms, next to the docker client', function () {
  this.timeout(120_000);
  before(async function () {
    engine = await realEngine(this);
    if ((await sayTheirs('docker --version', { engine, suite })) === undefined) {
      process.stderr.write('SKIPPED: no docker client to compare with\n');
      return this.skip();
    }
    if (await isInSwarm()) {
      process.stderr.write('SKIPPED: the engine is in a swarm, which is not ours to leave\n');
      return this.skip();
    }
    isOwn = true;
  });
  after(async () => {
    if (isOwn) await sayTheirs('docker swarm leave --force', { engine, suite });
    engine?.close();
  });

  for (const line of [
    'docker swarm leave',
    'docker swarm join-token worker',
    'docker swarm join --token x 127.0.0.1:1',
    'docker node ls',
    'docker service ls',
    'docker service create alpine',
    'docker secret ls',
  ]) {
    same(line);
  }

  it('begins a swarm, and leaves it', async () => {
    const rules = { engine, suite };
    const flags = '--advertise-addr 127.0.0.1 --task-history-limit 3 --cert-expiry 720h';
    const init = `docker swarm init ${flags} --default-addr-pool 10.211.0.0/16`;
    const said = [];
    for (const say of [sayTheirs, sayOurs]) {
      const began = await say(init, rules);
      const facts = (await engine.connection.json({ method: 'GET', path: '/swarm' })) as {
        readonly Spec: object;
        readonly DefaultAddrPool: unknown;
        readonly SubnetSize: unknown;
      };
      const { Spec, DefaultAddrPool, SubnetSize } = facts;
      const left = await say('docker swarm leave --force', rules);
      said.push(plain([began, { Spec, DefaultAddrPool, SubnetSize }, left]));
    }
    assert.deepEqual(said[1], said[0]);
  });

  describe('on one node', () => {
    before(async () => {
      const line = 'docker swarm init --advertise-addr 127.0.0.1';
      const { exitCode, errors } = await sayOurs(line, { engine, suite });
      assert.deepEqual([exitCode, errors], [0, '']);
    });

    for (const line of [
      'docker swarm init --advertise-addr 127.0.0.1',
      'docker swarm leave',
      'docker swarm join-token worker',
      'docker swarm join-token -q manager',
      'docker node ls',
      'docker node ls -q',
      'docker node ls --format json',
      'docker node ls --filter role=worker',
      'docker node inspect self',
      'docker node inspect nothing',
      'docker node ps',
      'docker node promote $(hostname)'.replace('$(hostname)', 'nothing'),
      'docker node rm nothing',
      'docker node update --availability drain nothing',
      'docker service inspect nothing',
      'docker service logs nothing',
      'docker service ps nothing other',
      'docker service rm nothing',
      'docker service rm nothing other',
      'docker service update --detach --env-add A=b nothing',
      'docker service rollback nothing',
      'docker service scale nothing=2',
      'docker service scale nothing=2 other=3',
      'docker secret inspect nothing',
      'docker config rm nothing',
      'docker service create --detach --secret nothing alpine',
      'docker service create --detach --network nothing alpine',
      'docker service create --detach --mode global --replicas 2 alpine',
    ]) {
      same(line);
    }
    same('docker secret create --label a=b MINE -', 'quiet');
    same('docker config create MINE -', 'settings');
    same('docker secret ls --filter name=nothing');
    same('docker config inspect --format {{.Spec.Name}} MINE');
    same('docker secret inspect --format {{.Spec.Name}} MINE');

    makes('alpine sleep 300');
    makes('--replicas 0 --secret MINE --config source=MINE,target=/x,mode=0400,uid=5 alpine');
    makes('--replicas 0 -p 80 -p mode=host,target=81,published=8098,protocol=udp alpine');
    makes(
      '--mode global --constraint node.role==worker -e A=b -e PATH -l a=b --container-label c=d alpine',
    );
    makes('--mode replicated-job --replicas 2 --max-concurrent 1 alpine true');
    makes('--mode global-job alpine true');
    makes(
      '--replicas 0 --limit-cpu 0.5 --limit-memory 64m --limit-pids 9 --reserve-memory 8m alpine',
    );
    makes(
      '--replicas 0 --mount type=tmpfs,dst=/t --mount type=volume,src=a,dst=/v,readonly alpine',
    );
    makes(
      '--replicas 0 --restart-condition on-failure --restart-delay 1s --restart-max-attempts 3 --restart-window 9s alpine',
    );
    makes(
      '--replicas 0 --update-delay 1s --update-order start-first --update-failure-action rollback --update-parallelism 2 --rollback-monitor 3s --rollback-max-failure-ratio 0.5 alpine',
    );
    makes(
      '--replicas 0 --health-cmd true --health-interval 5s --health-retries 2 --health-timeout 1s --health-start-period 1s alpine',
    );
    makes(
      '--replicas 0 --no-healthcheck --init --read-only --tty --stop-signal INT --stop-grace-period 3s alpine',
    );
    makes(
      '--replicas 0 --hostname h --user 5:6 --workdir /tmp --entrypoint /bin/echo --group 7 alpine hi',
    );
    makes(
      '--replicas 0 --dns 9.9.9.9 --dns-option ndots:2 --dns-search example.org --host db:10.0.0.5 alpine',
    );
    makes(
      '--replicas 0 --cap-add net_admin --cap-add CAP_SYS_TIME --cap-drop CAP_CHOWN --sysctl net.core.somaxconn=99 --ulimit nofile=99:100 alpine',
    );
    makes('--replicas 0 --log-driver json-file --log-opt max-size=1m --endpoint-mode dnsrr alpine');
    makes('--replicas 0 --placement-pref spread=node.labels.zone --replicas-max-per-node 2 alpine');
    makes('--replicas 0 --log-driver json-file --no-resolve-image alpine');
    makes('--replicas 0 container-labs-nothing:1');

    changes('-e A=b -e B=c', '--env-add A=x --env-add C=d --env-rm B');
    changes(
      '-l a=b --container-label c=d',
      '--label-rm a --label-add e=f --container-label-add c=x',
    );
    changes('-p 80', '--publish-add 81/udp --publish-rm 80');
    changes('--limit-memory 64m', '--limit-cpu 0.5 --replicas 0 --image alpine:latest');
    changes('', '--args "echo hi" --entrypoint "sh -c" --user 5 --force');
    changes('--mount type=tmpfs,dst=/t', '--mount-rm /t --mount-add type=tmpfs,dst=/u');
    changes('--constraint node.role==worker', '--constraint-rm node.role==worker');
    changes('', '--update-order start-first --rollback-parallelism 2 --restart-condition none');
    changes('--secret MINE', '--secret-rm MINE --config-add source=MINE,target=/y');
    changes(
      '--host db:10.0.0.5',
      '--host-rm db:10.0.0.5 --host-add web:10.0.0.6 --dns-add 9.9.9.9',
    );
    changes('', '--image container-labs-nothing:2');

    const quick = '--update-monitor 1s --rollback-monitor 1s --stop-grace-period 1s';
    goesOn(
      `docker service create --replicas 2 --name MINE ${quick} alpine sh -c "echo hi; sleep 300"`,
    );
    same('docker service ls --filter name=MINE');
    same(
      'docker service ls --format {{.Name}}~{{.Mode}}~{{.Replicas}}~{{.Image}} --filter name=MINE',
    );
    same('docker service ps MINE');
    same('docker service ps --no-trunc --format {{.Name}}~{{.DesiredState}}~{{.Image}} MINE');
    same('docker service ps -q --filter desired-state=shutdown MINE');
    same('docker service logs --raw MINE');
    same(`docker service inspect --pretty ${mine}-ours`);
    same('docker service inspect --pretty nothing');
    it('says from which task a line of the logs is', async () => {
      // The lines of two tasks come in any order.
      const said = await both('docker service logs --no-task-ids --tail 1 MINE');
      const [ours, theirs] = said.map(({ output }) => output.split('\n').sort());
      assert.deepEqual(ours, theirs);
    });
    same('docker service inspect MINE --format {{.Spec.TaskTemplate.RestartPolicy.Condition}}');
    goesOn('docker service scale MINE=1');
    goesOn('docker service scale nothing=2 MINE=2');
    goesOn('docker service update --replicas 1 --env-add A=b MINE');
    goesOn('docker service rollback MINE');
    same(`docker service inspect --pretty ${mine}-ours`);
    goesOn('docker service update -q --force MINE');
    same('docker service scale --detach MINE=0');
    same('docker service rm MINE nothing');
    goesOn('docker service create --mode replicated-job --name MINE alpine true');
    same('docker service rm MINE');
    same('docker secret rm MINE nothing');
    same('docker config rm MINE');
  });
});
