import assert from 'node:assert/strict';
import { describeRun } from '../../../src/core/command/describe-run';
import { parseRun } from '../../../src/core/command/run/parse-run';
import { optionsOf, surroundings } from '../../support/command-words';

describe('describeRun', () => {
  const stays = 'When it ends, it stays, with its log, until you remove it. So does the image.';

  const says = (line: string, ...expected: readonly string[]) =>
    it(`tells of docker run ${line}`, () =>
      assert.deepEqual(describeRun(parseRun(optionsOf(line), true, surroundings)), expected));

  says(
    'alpine',
    'A container with a name that the engine invents will run until its program ends.',
    stays,
  );
  says(
    '--rm --name web alpine',
    'A container named web will run until its program ends.',
    'When it ends, it is removed. The image stays, for the next time.',
  );
  says(
    '-d --name web -p 80:80 -p 127.0.0.1:8443:443 -p [::1]:53:53/udp nginx',
    'A container named web will be running in the background.',
    'At http://localhost you reach its port 80.',
    'At http://localhost:8443 you reach its port 443.',
    'Port 53 (udp) of your machine will lead to its port 53 (udp).',
    stays,
  );
  says(
    '-d --name web -p 80 -p 192.168.1.5:8000:81 -p 9000-9010:82 nginx',
    'A container named web will be running in the background.',
    'A free port of your machine will lead to its port 80; docker ps tells which.',
    'At http://192.168.1.5:8000 you reach its port 81.',
    'A free port of your machine will lead to its port 82; docker ps tells which.',
    stays,
  );
  says(
    '--name db -v data:/data -v /cache -v /srv:/srv --mount target=/x --mount source=more,target=/y alpine',
    'A container named db will run until its program ends.',
    'The volume data stays when the container is gone.',
    'The volume more stays when the container is gone.',
    'A volume without a name keeps what it writes to /cache, /x, and stays until docker rm --volumes removes both.',
    stays,
  );
  says(
    '--rm --name db -v /cache alpine',
    'A container named db will run until its program ends.',
    'A volume without a name keeps what it writes to /cache, and goes with it.',
    'When it ends, it is removed. The image stays, for the next time.',
  );

  it('tells of a container that is only made', () => {
    const request = parseRun(optionsOf('--name web alpine', 'create'), false, surroundings);
    assert.equal(describeRun(request)[0], 'A container named web will exist, not started.');
  });
});
