import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { connectEngine, type Engine } from '../../src/docker/engine';
import { answeringEngine } from '../support/answering-engine';
import { sayOurs, sayTheirs } from '../support/client-differential';
import type { FakeEngine } from '../support/engine-socket';

const id = (letter: string) => letter.repeat(64);
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000 - 60_000);
const secondsOf = (date: Date) => Math.floor(date.getTime() / 1000);

const image = (letter: string, tags: readonly string[] | null, rest: object) => ({
  Id: `sha256:${id(letter)}`,
  Created: secondsOf(hoursAgo(5)),
  RepoTags: tags,
  RepoDigests: tags && [`${tags[0]?.split(':')[0]}@sha256:${id('d')}`],
  ...rest,
});

const container = (letter: string, state: string, rest: object) => ({
  Id: id(letter),
  Names: [`/${letter}${letter}`],
  Image: 'node:24',
  Command: `sleep ${letter} and more words than a column shows`,
  Created: secondsOf(hoursAgo(3)),
  State: state,
  Status: state,
  ...rest,
});

const volume = (name: string, count: number, size: number) => ({
  Name: name,
  Driver: 'local',
  Scope: 'local',
  Mountpoint: `/volumes/${name}`,
  Labels: { purpose: name },
  UsageData: { RefCount: count, Size: size },
});

const record = (letter: string, rest: object) => ({
  ID: letter.repeat(25),
  Type: 'regular',
  Description: `made by ${letter}`,
  Size: 3000,
  CreatedAt: hoursAgo(9).toISOString(),
  InUse: false,
  Shared: false,
  UsageCount: 1,
  ...rest,
});

const removed = {
  '/containers/prune': { ContainersDeleted: [id('a'), id('b')], SpaceReclaimed: 100 },
  '/networks/prune': { NetworksDeleted: ['back'] },
  '/volumes/prune': { VolumesDeleted: ['data'], SpaceReclaimed: 5 },
  '/images/prune': {
    ImagesDeleted: [{ Untagged: 'a:b' }, { Deleted: 'sha256:1' }],
    SpaceReclaimed: 1_234_567,
  },
  '/build/prune': { CachesDeleted: ['c1', 'c2'], SpaceReclaimed: 7 },
};

const found = [
  {
    name: 'x/y',
    description: 'Two\nlines of more than forty-five characters, surely',
    star_count: 3,
  },
  { name: 'x', description: 'one', star_count: 30, is_official: true },
];

const answers = {
  ...removed,
  '/images/search': found,
  '/system/df': {
    LayersSize: 276_394_891,
    Images: [
      image('1', ['node:24', 'node:x'], {
        Size: 211_912_224,
        SharedSize: 78_467_783,
        Containers: 1,
      }),
      image('2', null, { Size: 2_119_122, SharedSize: 0, Containers: 0 }),
    ],
    Containers: [
      container('3', 'running', {
        SizeRw: 1234,
        SizeRootFs: 4567,
        Mounts: [{ Name: 'v', Driver: 'local' }],
      }),
      container('4', 'exited', { SizeRw: 5000 }),
      container('5', 'paused', {}),
    ],
    Volumes: [volume('fresh', 0, 104), volume('used', 1, 1004), volume('unknown', 1, -1)],
    BuildCache: [
      record('k', { InUse: true, LastUsedAt: hoursAgo(1).toISOString(), UsageCount: 3 }),
      record('l', { Shared: true, Size: 4000, LastUsedAt: null }),
      record('m', { Size: 5000, LastUsedAt: hoursAgo(26).toISOString(), Type: 'source.local' }),
    ],
    BuilderSize: 12_000,
  },
};

let fake: FakeEngine;
let engine: Engine;

/** The same line by both on an engine of our making, so that nothing real is removed. */
function sayAlike(line: string, input = '') {
  it(`say alike: ${line}${input && `, answered ${JSON.stringify(input)}`}`, async function () {
    const rules = { engine, suite: 'disk', input };
    const posts = (requests: readonly string[]) =>
      requests.flatMap((each) => (each.startsWith('POST') ? each.replace(/\/v[\d.]+/, '') : []));
    // An age may change between the two: then once more.
    for (let triesLeft = 2; ; triesLeft -= 1) {
      const theirs = await sayTheirs(line, rules);
      if (theirs === undefined) return this.skip();
      const errors = withoutNotice(theirs.errors);
      const expected = { ...theirs, errors, posts: posts(fake.requests.splice(0)) };
      const said = await sayOurs(line, rules);
      const ours = { ...said, posts: posts(fake.requests.splice(0)) };
      if (!isDeepStrictEqual(ours, expected) && triesLeft > 0) continue;
      assert.deepEqual(ours, expected);
      return;
    }
  });
}

/** The client wants BuildKit’s plugin for builds; we need none. */
function withoutNotice(errors: string): string {
  return errors.replace(/^DEPRECATED: The legacy builder[\s\S]*?\n\n/, '');
}

describe('what takes room, and what is removed, next to the docker client', function () {
  this.timeout(20_000);
  before(async () => {
    fake = await answeringEngine(answers);
    engine = connectEngine(fake.endpoint);
  });
  after(async () => {
    engine.close();
    await fake.stop();
  });

  sayAlike('docker system df');
  sayAlike('docker system df --format json');
  sayAlike('docker system df --format "{{.Type}} {{.Reclaimable}}"');
  sayAlike('docker system df --format "table {{.Type}}\\t{{.Active}}"');
  sayAlike('docker system df -v');
  sayAlike('docker system df -v --format json');
  sayAlike('docker system df -v --format "{{range .BuildCache}}{{.ID}} {{.CacheType}} {{end}}"');
  sayAlike('docker system df -v --format "{{range .Volumes}}{{.Name}} {{.Links}} {{end}}"');

  sayAlike('docker image prune -f');
  sayAlike('docker image prune -af --filter until=1h --filter label=a=b');
  sayAlike('docker image prune', 'y\n');
  sayAlike('docker image prune -a', 'n\n');
  sayAlike('docker system prune -f');
  sayAlike('docker system prune', 'Y\n');
  sayAlike('docker system prune', 'no\n');
  sayAlike('docker system prune -a --volumes --filter label=x --filter label!=z', 'y\n');
  sayAlike('docker system prune -af --volumes');
  sayAlike('docker builder prune -f');
  sayAlike('docker builder prune -a', 'y\n');
  sayAlike('docker builder prune --filter until=24h --keep-storage 10m', 'n\n');

  sayAlike('docker search x');
  sayAlike('docker search --no-trunc x');
  sayAlike('docker search --format json x');
  sayAlike('docker search --format "table {{.Name}}\\t{{.IsOfficial}}" x');
});
