import assert from 'node:assert/strict';
import type { Engine } from '../../src/docker/engine';
import { sayOurs, sayTheirs } from '../support/client-differential';
import { realEngine, removeAll } from '../support/engine-real';

const suite = 'about-engine';
let engine: Engine;

/** What is said of the engine; of the client itself each says its own. */
function sayAlikeOfTheEngine(line: string) {
  it(`say alike: ${line}`, async function () {
    const rules = { engine, suite };
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
