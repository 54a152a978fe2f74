import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Engine } from '../../src/docker/engine';
import { type LineRules, sayOurs, sayTheirs } from '../support/client-differential';
import type { Said } from '../support/engine-client';
import { realEngine, removeAll } from '../support/engine-real';

const suite = 'images';
let engine: Engine;
let folder: string;

/** The same line by the client and by us: output, errors and exit code, to the byte. */
function sayAlike(line: string, more: Partial<LineRules> = {}) {
  it(`say alike: ${line}`, async function () {
    const rules = { engine, suite, folder, ...more };
    // An age may change between the two: then once more.
    for (let triesLeft = 2; ; triesLeft -= 1) {
      const theirs = await sayTheirs(line, rules);
      if (theirs === undefined) return this.skip();
      const [ours, expected] = [inOrder(await sayOurs(line, rules)), inOrder(theirs)];
      if (!isDeepStrictEqual(ours, expected) && triesLeft > 0) continue;
      assert.deepEqual(ours, expected);
      return;
    }
  });
}

/** The engine lists images of the same second in any order. */
function inOrder(said: Said): Said {
  const isList = !said.output.startsWith('[');
  return isList ? { ...said, output: said.output.split('\n').sort().join('\n') } : said;
}

describe('commands about images, next to the docker client', function () {
  this.timeout(60_000);
  const own = `container-labs-images:${process.pid}`;
  before(async function () {
    engine = await realEngine(this);
    folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
    await sayOurs(`docker tag alpine ${own}`, { engine, suite });
  });
  after(async () => {
    await sayOurs(`docker rmi ${own}`, { engine, suite });
    await rm(folder, { recursive: true, force: true });
    await removeAll(engine, suite);
  });

  sayAlike('docker images');
  sayAlike('docker images -a');
  sayAlike('docker images -q');
  sayAlike('docker images -q --no-trunc');
  sayAlike('docker images --digests');
  sayAlike('docker images --no-trunc --digests alpine');
  sayAlike('docker image ls --filter "reference=alp*"');
  sayAlike('docker images --filter dangling=true');
  sayAlike('docker images --filter label=container-labs.stand-in --format "{{.Repository}}"');
  sayAlike('docker images --filter before=alpine');
  sayAlike('docker images --filter since=alpine:latest');
  sayAlike('docker images --filter until=1h');
  sayAlike('docker images --filter nonsense=1');
  sayAlike('docker images --format json');
  sayAlike('docker images --format "table {{.ID}}\\t{{.Size}}\\t{{.CreatedAt}}"');
  sayAlike('docker images -q --format "{{.Tag}}"');
  sayAlike('docker images alpine:nothing');

  sayAlike('docker history alpine');
  sayAlike('docker history --no-trunc alpine');
  sayAlike('docker history -q --no-trunc alpine');
  sayAlike('docker history -H=false alpine');
  sayAlike('docker history --format json nginx');
  sayAlike('docker history --format "{{.ID}} {{.CreatedSince}} {{.Comment}}" nginx');
  sayAlike('docker image history container-labs-nothing');

  sayAlike('docker tag container-labs-nothing x');
  sayAlike('docker tag alpine UPPER:x');
  sayAlike('docker tag alpine "a b"');
  sayAlike('docker rmi container-labs-nothing');
  sayAlike('docker rmi container-labs-nothing container-labs-neither');
  sayAlike('docker rmi -f container-labs-nothing');

  sayAlike('docker pull Alpine');
  sayAlike('docker pull -a alpine:latest');
  sayAlike('docker pull alpine');
  sayAlike('docker pull -q alpine');
  sayAlike('docker pull alpine:container-labs-nothing');
  sayAlike('docker pull 127.0.0.1:1/nothing');
  sayAlike('docker push container-labs-nothing');
  sayAlike('docker push 127.0.0.1:1/container-labs-nothing:1');
  sayAlike('docker push -a alpine:latest');
  sayAlike('docker push "a b"');
  sayAlike('docker search alpine');
  sayAlike('docker search --limit 200 alpine');
  sayAlike('docker search --filter nonsense=1 alpine');

  sayAlike('docker inspect alpine');
  sayAlike('docker inspect container-labs-nothing');
  sayAlike('docker inspect alpine container-labs-nothing nginx container-labs-neither');
  sayAlike('docker inspect -f "{{.Id}}" alpine container-labs-nothing');
  sayAlike('docker inspect --type image container-labs-nothing');
  sayAlike('docker inspect --type container alpine');
  sayAlike('docker inspect --type network bridge');
  sayAlike('docker inspect --type volume container-labs-nothing');
  sayAlike('docker inspect --type node container-labs-nothing');
  sayAlike('docker inspect --type service container-labs-nothing');
  sayAlike('docker inspect --type plugin container-labs-nothing');
  sayAlike('docker inspect --type secret container-labs-nothing');
  sayAlike('docker inspect --type task container-labs-nothing');
  sayAlike('docker inspect --type config container-labs-nothing');
  sayAlike('docker inspect -s alpine');
  sayAlike('docker image inspect -f json alpine');
  sayAlike('docker image inspect container-labs-nothing');
  sayAlike('docker network inspect bridge container-labs-nothing');
  sayAlike('docker volume inspect container-labs-nothing');

  sayAlike('docker system df');
  sayAlike('docker system df -v');
  sayAlike('docker system df --format json');
  sayAlike('docker system df --format "table {{.Type}}\\t{{.Size}}"');
  sayAlike('docker image prune -f --filter label=container-labs.nothing');
  sayAlike('docker image prune --filter label=container-labs.nothing', { input: 'y\n' });
  sayAlike('docker image prune -a --filter label=container-labs.nothing', { input: 'n\n' });
  sayAlike('docker image prune -a');
  sayAlike('docker image prune -f --filter nonsense=1');

  sayAlike('docker save container-labs-nothing');
  sayAlike('docker save -o nowhere/a.tar alpine');
  sayAlike('docker save -o . alpine');
  sayAlike('docker save -o /dev/null alpine');
  sayAlike('docker load -i nothing.tar');
  sayAlike('docker import nothing.tar');
  sayAlike('docker import nothing.tar UPPER');
  sayAlike('docker load', { input: 'no archive' });

  it('rmi says what is untagged, and what is in use', async function () {
    const lines = ['docker rmi IMAGE', 'docker tag alpine IMAGE', 'docker image rm -f IMAGE'];
    const rules = { engine, suite, folder };
    const theirs = [];
    const ours = [];
    for (const line of ['docker tag alpine IMAGE', ...lines]) {
      theirs.push(await sayTheirs(line.replace('IMAGE', `${own}-theirs`), rules));
      ours.push(await sayOurs(line.replace('IMAGE', `${own}-ours`), rules));
    }
    if (theirs[0] === undefined) return this.skip();
    const plain = (said: unknown) => JSON.stringify(said).replace(/-(ours|theirs)/g, '');
    assert.equal(plain(ours), plain(theirs));
  });

  it('an archive is saved to the byte, and loaded again', async function () {
    const rules = { engine, suite, folder };
    const theirs = await sayTheirs(`docker save -o theirs.tar ${own}`, rules);
    if (theirs === undefined) return this.skip();
    assert.deepEqual(await sayOurs(`docker save -o ours.tar ${own}`, rules), theirs);
    const [ours, client] = await Promise.all(
      ['ours.tar', 'theirs.tar'].map((name) => readFile(join(folder, name))),
    );
    assert.deepEqual(ours?.equals(client ?? Buffer.alloc(0)), true);
    for (const line of ['docker load -i ours.tar', 'docker load -q -i ours.tar']) {
      assert.deepEqual(await sayOurs(line, rules), await sayTheirs(line, rules));
    }
    const piped = { ...rules, input: ours ?? '' };
    assert.deepEqual(await sayOurs('docker load', piped), await sayTheirs('docker load', piped));
  });
});
