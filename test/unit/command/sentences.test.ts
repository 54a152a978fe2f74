import assert from 'node:assert/strict';
import type { Outcome } from '../../../src/core/command/execution';
import { addressesOf, sentenceFor } from '../../../src/core/command/sentences';
import type { PublishedPort } from '../../../src/core/engine';

function port(hostPort: number, protocol: PublishedPort['protocol'] = 'tcp'): PublishedPort {
  return { containerPort: 80, protocol, hostPort, hostAddress: '0.0.0.0' };
}

describe('sentenceFor', () => {
  const says = (outcome: Partial<Outcome>, expected: string) =>
    it(`says “${expected}”`, () =>
      assert.equal(
        sentenceFor({ exitCode: 0, detached: false, outOfMemory: false, ...outcome }),
        expected,
      ));
  const ends = (exitCode: number, meaning: string) =>
    says({ exitCode }, `Ended with exit code ${exitCode}: ${meaning}.`);

  ends(0, 'all went well');
  ends(1, 'the program says that something went wrong');
  ends(42, 'the program says that something went wrong');
  ends(125, 'the engine could not carry it out');
  ends(126, 'the program was found, but may not be run');
  ends(127, 'there is no such program');
  ends(130, 'interrupted with Ctrl-C (SIGINT)');
  ends(134, 'the program gave up (SIGABRT)');
  ends(137, 'killed (SIGKILL)');
  ends(139, 'the program reached for memory that is not its own (SIGSEGV)');
  ends(143, 'asked to stop, and did (SIGTERM)');
  ends(129, 'ended by signal 1 (SIGHUP)');
  ends(141, 'ended by signal 13 (SIGPIPE)');
  ends(150, 'ended by signal 22');
  ends(255, 'the program says that something went wrong');
  says(
    { exitCode: 137, outOfMemory: true },
    'Ended with exit code 137: killed, because it was out of memory.',
  );
  says(
    { exitCode: 1, outOfMemory: true },
    'Ended with exit code 1: a process in it was killed, because it was out of memory.',
  );
  says({ detached: true }, 'Running in the background.');
  says(
    { detached: true, container: { id: 'x', name: 'web', ports: [port(8080)] } },
    'Running in the background as web, port 8080 of your machine.',
  );
  says(
    {
      detached: true,
      container: { id: 'x', name: 'web', ports: [port(80), port(443), port(80), port(53, 'udp')] },
    },
    'Running in the background as web, ports 80, 443 and 53 of your machine.',
  );
});

describe('addressesOf', () => {
  it('are of TCP ports, each once', () =>
    assert.deepEqual(addressesOf([port(80), port(8080), port(8080), port(53, 'udp')]), [
      'http://localhost',
      'http://localhost:8080',
    ]));
});
