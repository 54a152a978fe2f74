import assert from 'node:assert/strict';
import { sshTrouble } from '../../../../src/docker/ssh/ssh-trouble';

function tells(stderr: string, words: RegExp, hasAnswered = false): void {
  it(`understands: ${stderr.split('\n')[0] || 'nothing at all'}`, () => {
    const { message, advice } = sshTrouble('box', stderr, hasAnswered);
    assert.deepEqual([words.test(message), advice !== undefined], [true, true], message);
  });
}

describe('the words of ssh', () => {
  tells('Host key verification failed.\r\n', /^The SSH key of box is not known/);
  tells(
    '@@@@\n@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.',
    /another SSH key/,
  );
  tells('me@box: Permission denied (publickey,password).', /does not let you in/);
  tells('ssh: Could not resolve hostname box: Name or service not known', /no machine called box/);
  tells('ssh: connect to host box port 22: Connection timed out', /does not answer by SSH/);
  tells('Connection timed out during banner exchange', /does not answer by SSH/);
  tells('ssh: connect to host box port 22: Connection refused', /No SSH server/);
  tells('ssh: connect to host box port 22: No route to host', /No SSH server/);
  tells('bash: line 1: docker: command not found', /no docker program on box/);
  tells('sh: 1: docker: not found', /no docker program on box/);
  tells("docker: 'dial-stdio' is not a docker command.", /too old/);
  tells(
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is it running?',
    /no container engine answers on it/,
  );
  tells(
    'permission denied while trying to connect to the Docker daemon socket at unix:///x',
    /not allowed to open the engine's socket/,
  );
  tells(
    "Warning: Permanently added 'box' to the list of known hosts.\nsomething new",
    /^The engine on box cannot be reached by SSH\. ssh says: something new$/,
  );
  tells('', /^The engine on box cannot be reached by SSH\.$/);
  tells('', /^The SSH connection to box broke off\.$/, true);
  tells('client_loop: send disconnect: Broken pipe', /broke off\. ssh says: client_loop/, true);
});
