import assert from 'node:assert/strict';
import { connectEngine, type Engine } from '../../src/docker/engine';
import { answeringEngine } from '../support/answering-engine';
import { sayOurs, sayTheirs } from '../support/client-differential';
import { realEngine, removeAll } from '../support/engine-real';
import type { FakeEngine } from '../support/engine-socket';

const suite = 'about-engine';
let engine: Engine;

/** What is said of the engine; of the client itself each says its own. */
function sayAlikeOfTheEngine(line: string, which = () => engine) {
  it(`say alike: ${line}`, async function () {
    const rules = { engine: which(), suite };
    const theirs = await sayTheirs(line, rules);
    if (theirs === undefined) return this.skip();
    const ours = await sayOurs(line, rules);
    const part = (output: string) => plain(output).replace(/^[\s\S]*?\n(?=Server:)/, '');
    assert.deepEqual(
      { ...ours, output: part(ours.output) },
      { ...theirs, output: part(theirs.output) },
    );
  });
}

/** The client lists runtimes in any order. */
function plain(output: string): string {
  return output.replace(/(?<= Runtimes: ).*/, (names) => names.split(' ').sort().join(' '));
}

describe('what is said of the engine, next to the docker client', function () {
  this.timeout(30_000);
  before(async function () {
    engine = await realEngine(this);
  });
  after(() => removeAll(engine, suite));

  sayAlikeOfTheEngine('docker version');
  sayAlikeOfTheEngine('docker version --format "{{json .Server}}"');
  sayAlikeOfTheEngine('docker version --format "{{.Server.APIVersion}} {{.Client.APIVersion}}"');
  sayAlikeOfTheEngine('docker version --format "{{range .Server.Components}}{{.Name}} {{end}}"');
  sayAlikeOfTheEngine('docker info');
  sayAlikeOfTheEngine('docker system info');
  sayAlikeOfTheEngine('docker info --format "{{.OSType}} {{.Swarm.LocalNodeState}} {{.NCPU}}"');
  sayAlikeOfTheEngine('docker info --format "{{json .Plugins}}"');
  sayAlikeOfTheEngine('docker info --format "{{json .SecurityOptions}} {{json .Labels}}"');
  sayAlikeOfTheEngine('docker info --format "{{.ID}} {{.DockerRootDir}} {{.MemTotal}}"');
});

const swarm = (rest: object) => ({
  NodeID: 'node1',
  NodeAddr: '10.0.0.1',
  LocalNodeState: 'active',
  ControlAvailable: true,
  Error: '',
  RemoteManagers: [{ NodeID: 'node1', Addr: '10.0.0.1:2377' }],
  Nodes: 2,
  Managers: 1,
  Cluster: {
    ID: 'cluster1',
    Spec: {
      Orchestration: { TaskHistoryRetentionLimit: 5 },
      Raft: { SnapshotInterval: 10_000, KeepOldSnapshots: 0, ElectionTick: 10, HeartbeatTick: 1 },
      Dispatcher: { HeartbeatPeriod: 5e9 },
      CAConfig: { NodeCertExpiry: 7776e12 },
      EncryptionConfig: { AutoLockManagers: true },
    },
    DefaultAddrPool: ['10.0.0.0/8'],
    SubnetSize: 24,
    DataPathPort: 4789,
  },
  ...rest,
});

/** An engine that tells of all it can. */
const talkative = {
  ID: 'id',
  Containers: 3,
  Images: 2,
  Driver: 'overlay2',
  DriverStatus: [['Backing Filesystem', 'extfs']],
  Plugins: { Volume: ['local'], Network: ['bridge'], Authorization: ['gate'], Log: ['json-file'] },
  Debug: true,
  NFd: 27,
  NGoroutines: 45,
  SystemTime: '2026-01-31T12:00:00Z',
  NEventsListener: 1,
  HttpProxy: 'http://proxy:3128',
  NoProxy: 'localhost',
  Labels: ['a=b', 'c=d'],
  ExperimentalBuild: true,
  OSType: 'linux',
  Runtimes: { runc: {} },
  SecurityOptions: ['name=apparmor', 'name=seccomp,profile=builtin', 'name=rootless'],
  CDISpecDirs: ['/etc/cdi'],
  RegistryConfig: {
    IndexConfigs: { 'my.org:5000': { Name: 'my.org:5000', Secure: false } },
    InsecureRegistryCIDRs: ['127.0.0.0/8'],
    Mirrors: ['http://mirror/'],
  },
  LiveRestoreEnabled: true,
  ProductLicense: 'Community Engine',
  DefaultAddressPools: [{ Base: '10.1.0.0/16', Size: 24 }],
  Warnings: ['WARNING: No swap limit support'],
  MemTotal: 2 ** 33,
};

for (const [what, rest] of [
  ['a manager', {}],
  ['a manager in trouble', { Error: 'lost' }],
  ['a worker', { ControlAvailable: false }],
  ['outside', { LocalNodeState: 'inactive' }],
] as const) {
  describe(`an engine that tells of all it can, ${what}`, () => {
    let fake: FakeEngine;
    let own: Engine;
    before(async () => {
      fake = await answeringEngine({ '/info': { ...talkative, Swarm: swarm(rest) } });
      own = connectEngine(fake.endpoint);
    });
    after(async () => {
      own.close();
      await fake.stop();
    });
    sayAlikeOfTheEngine('docker info', () => own);
  });
}
