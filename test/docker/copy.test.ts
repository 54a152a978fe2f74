import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Twins } from '../support/twin-commands';

const twins = new Twins('copy');

/** Every path with its kind, mode, owner, size, link and whole second of its last change. */
const listing = `-printf '%P %y %m %U:%G %s %l\\n'`;

/** Copies twice, and compares what was said and what is there then, inside and outside. */
function copies(words: string, input?: string): void {
  it(`docker cp ${words}`, async () => {
    const [theirs, ours] = await twins.both(`docker cp ${words}`, input);
    assert.deepEqual(ours, theirs);
    const [insideTheirs, insideOurs] = await twins.both(
      'docker exec WEB sh -c "find /w -exec ls -ldn {} + | sed \'s/[A-Z][a-z][a-z] .*:.. //\' | sort"',
    );
    assert.deepEqual(insideOurs, insideTheirs);
    const outside = await Promise.all(
      twins.folders.map(async (folder) => {
        const command = `find . ${listing} | sort; find . -type f -exec md5sum {} + | sort`;
        return (await promisify(execFile)('sh', ['-c', command], { cwd: folder })).stdout;
      }),
    );
    assert.equal(outside[1], outside[0]);
  });
}

describe('docker cp, next to the docker client', function () {
  this.timeout(60_000);
  before(async function () {
    await twins.begin(this);
    for (const folder of twins.folders) {
      await mkdir(join(folder, 'd', 'sub'), { recursive: true });
      await writeFile(join(folder, 'f'), 'a file');
      await writeFile(join(folder, 'd', 'g'), 'in d', { mode: 0o750 });
      await utimes(join(folder, 'f'), 1e9, 1e9);
      await symlink('f', join(folder, 'lf'));
      await symlink('d', join(folder, 'ld'));
    }
    const script =
      'mkdir -p /w/d/s; echo one >/w/f; echo two >/w/d/g; chown 5:6 /w/f; chmod 4711 /w/f; ln -s f /w/lf; ln -s /w/d /w/ld; exec sleep 300';
    await twins.both(`docker run -d ${twins.label} --name WEB alpine sh -c '${script}'`);
    await sleep(1000);
  });
  after(() => twins.end());

  describe('from a container', () => {
    copies('WEB:/w/f one');
    copies('WEB:/w/f .');
    copies('WEB:/w/d two');
    copies('WEB:/w/d two');
    copies('WEB:/w/d/. two');
    copies('WEB:/w/d/ three/');
    copies('WEB:w/d/g one');
    copies('WEB:/w/lf link');
    copies('WEB:/w/ld alink');
    copies('-L WEB:/w/lf followed');
    copies('-L WEB:/w/ld folder');
    copies('-L WEB:/w/lf two');
    copies('-a WEB:/w/f archived');
    copies('WEB:/bin/busybox two/');
    copies('WEB:/w whole');
    copies('WEB:/w/f nowhere/');
    copies('WEB:/w/f nowhere/x');
    copies('WEB:/w/d one');
    copies('WEB:/nothing x');
    copies('WEB:/w/f /dev/null');
    copies('nothing-here:/x x');
    copies('WEB: x');
  });

  describe('to a container', () => {
    copies('f WEB:/w/new');
    copies('f WEB:/w/');
    copies('./f WEB:w/relative');
    copies('f WEB:/w/f');
    copies('d WEB:/w/newd');
    copies('d WEB:/w/newd');
    copies('d/. WEB:/w/newe');
    copies('d/. WEB:/w/newe/');
    copies('lf WEB:/w/alf');
    copies('-L lf WEB:/w/followed');
    copies('-L ld WEB:/w/');
    copies('ld/ WEB:/w/zz');
    copies('ld WEB:/w/yy');
    copies('f WEB:/w/ld');
    copies('-a f WEB:/w/owned');
    copies('f WEB:/nowhere/');
    copies('f WEB:/nowhere/x');
    copies('d WEB:/w/f');
    copies('nothing WEB:/w');
    copies('- WEB:/w/f');
    copies('- WEB:/w');
    copies('f nothing-here:/w');
  });

  describe('neither', () => {
    copies('f d');
    copies('WEB:/w/f WEB:/w/g');
    copies("'' WEB:/w");
    copies("WEB:/w ''");
  });
});
