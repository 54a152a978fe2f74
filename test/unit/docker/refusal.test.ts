import assert from 'node:assert/strict';
import { fromRefusal, Refusal } from '../../../src/docker/refusal';

function becomes(
  status: number,
  reason: string,
  code: string,
  message: RegExp,
  exitCode?: number,
): void {
  it(`“${reason.slice(0, 60)}…” is ${code}`, () => {
    const error = fromRefusal(new Refusal(status, reason));
    assert.deepEqual(
      {
        code: error.code,
        fits: message.test(error.message),
        exitCode: error.exitCode,
        hasAdvice: error.advice !== undefined,
      },
      { code, fits: true, exitCode, hasAdvice: true },
      error.message,
    );
  });
}

describe('fromRefusal', () => {
  becomes(
    409,
    'Conflict. The container name "/web" is already in use by container "a9956df3a31769a37a71d3cd7a46a9fbd0805f1c67a65ad711fdd1c663fca712". You have to remove (or rename) that container to be able to reuse that name.',
    'name-taken',
    /named web exists already \(a9956df3a317\)/,
  );
  becomes(
    500,
    'creating container storage: the container name "web" is already in use by 0123456789abcdef0123. You have to remove that container to be able to reuse that name: that name is already in use',
    'name-taken',
    /named web/,
  );
  becomes(
    500,
    'driver failed programming external connectivity on endpoint web (0123): Bind for 0.0.0.0:8080 failed: port is already allocated',
    'port-taken',
    /Port 8080/,
  );
  becomes(
    500,
    'driver failed programming external connectivity on endpoint web (01): Error starting userland proxy: listen tcp4 0.0.0.0:5000: bind: address already in use',
    'port-taken',
    /Port 5000 .* another program/,
  );
  becomes(
    500,
    'Ports are not available: exposing port TCP 0.0.0.0:80 -> 0.0.0.0:0: listen tcp 0.0.0.0:80: bind: address already in use',
    'port-taken',
    /Port 80 /,
  );
  becomes(404, 'No such image: nginx:nope', 'image-missing', /no image nginx:nope/);
  becomes(
    404,
    "pull access denied for nosuch, repository does not exist or may require 'docker login': denied",
    'image-missing',
    /no image nosuch/,
  );
  becomes(
    404,
    'manifest for alpine:nope not found: manifest unknown: manifest unknown',
    'image-missing',
    /no image alpine:nope/,
  );
  becomes(
    404,
    'image with reference alpine was found but does not match the specified platform: wanted linux/s390x, actual: linux/amd64',
    'image-missing',
    /alpine is on the engine for linux\/amd64, not for linux\/s390x/,
  );
  becomes(
    404,
    'image with reference alpine was found but its platform (linux/amd64) does not match the specified platform (linux/s390x)',
    'image-missing',
    /alpine is on the engine for linux\/amd64, not for linux\/s390x/,
  );
  becomes(404, 'No such container: web', 'not-found', /no container named web/);
  becomes(404, 'network lab not found', 'not-found', /no network named lab/);
  becomes(404, 'get data: no such volume', 'not-found', /no volume named data/);
  becomes(
    400,
    'OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "nope": executable file not found in $PATH: unknown',
    'cannot-start',
    /no program nope/,
    127,
  );
  becomes(
    400,
    'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/bin": is a directory: permission denied: unknown',
    'cannot-start',
    /\/bin is not executable/,
    126,
  );
  becomes(
    400,
    'failed to start: exec: "/app": exec format error',
    'cannot-start',
    /another processor/,
    126,
  );
  becomes(409, 'Container 0123 is not running', 'not-allowed', /0123 is not running/);
  becomes(409, 'remove data: volume is in use - [0123]', 'not-allowed', /in use/);
  becomes(
    400,
    'client version 1.51 is too new. Maximum supported API version is 1.24',
    'unsupported',
    /too old/,
  );

  it('keeps the engine’s own words for what it does not know', () => {
    const { code, message } = fromRefusal(new Refusal(500, 'the moon is full'));
    assert.deepEqual(
      { code, message },
      { code: 'engine-answer', message: 'The engine refuses: the moon is full' },
    );
  });
});
