import assert from 'node:assert/strict';
import { parseDocker } from '../../../src/core/command/parse-docker';
import { surroundings, words } from '../../support/command-words';

describe('parseDocker', () => {
  const parse = (line: string) => parseDocker(words(line), surroundings);

  /** Each part as `role text`. */
  const reads = (line: string, kind: string, ...parts: readonly string[]) =>
    it(`reads ${line}`, () => {
      const parsed = parse(line);
      assert.equal(parsed?.request.kind, kind);
      assert.deepEqual(
        parsed.parts.map(({ role, text }) => `${role} ${text}`),
        parts,
      );
    });
  const leaves = (line: string) =>
    it(`leaves ${line} to the docker client`, () => assert.equal(parse(line), undefined));
  const refuses = (line: string, message: string, advice?: string) =>
    it(`refuses ${line}`, () =>
      assert.throws(() => parse(line), { name: 'LabError', code: 'usage', message, advice }));

  reads('docker ps -a', 'list-containers', 'program docker', 'subcommand ps', 'flag -a');
  reads(
    'docker container rm web --force db',
    'containers',
    'program docker',
    'subcommand container rm',
    'container web',
    'flag --force',
    'container db',
  );
  reads(
    'docker run --rm alpine ls -l',
    'run',
    'program docker',
    'subcommand run',
    'flag --rm',
    'image alpine',
    'argument ls',
    'argument -l',
  );
  reads(
    'docker compose up -d',
    'compose',
    'program docker',
    'subcommand compose',
    'subcommand up',
    'flag -d',
  );
  reads('podman ps', 'list-containers', 'program podman', 'subcommand ps');

  leaves('docker plugin ls');
  leaves('docker context create x');
  leaves('docker network');
  leaves('docker --version');
  leaves('docker -H tcp://host ps');
  leaves('docker run --help');
  leaves('docker build --ssh default .');
  leaves('docker build -o out .');
  leaves('docker volume ls --cluster');
  leaves('podman generate kube web');

  refuses(
    'docker',
    'After “docker” stands what it should do.',
    'For example: docker run hello-world, or docker ps.',
  );
  refuses('docker rnu alpine', 'There is no command “docker rnu”.', 'Did you mean “docker run”?');
  refuses(
    'docker container sotp x',
    'There is no command “docker container sotp”.',
    'Did you mean “docker container stop”?',
  );
  refuses('docker xyzzy', 'There is no command “docker xyzzy”.');
  refuses('docker constructor', 'There is no command “docker constructor”.');
  refuses(
    'docker run',
    'docker run needs the name of an image.',
    'For example: docker run hello-world',
  );
  refuses(
    'docker ps web',
    'docker ps takes no name, and here are 1: web.',
    'Flags and their values come first; a value with spaces needs quotes.',
  );
});
