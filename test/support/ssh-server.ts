import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const program = '/usr/sbin/sshd';
const run = promisify(execFile);

/** An SSH server on loopback with keys of its own, and an `ssh` that knows them first on the PATH. */
export interface SshServer {
  /** `ssh://USER@127.0.0.1:PORT` */
  readonly url: string;
  /** Of hosts in the configuration: one with a wrong key, one not known, one without docker. */
  readonly hosts: { readonly stranger: string; readonly unknown: string; readonly bare: string };
  stop(): Promise<void>;
}

/** Starts it; gives a reason where that cannot be. */
export async function startSshServer(): Promise<SshServer | string> {
  if (process.platform === 'win32') return 'no SSH server for tests on Windows';
  const isThere = await access(program).then(
    () => true,
    () => false,
  );
  if (!isThere) return `there is no ${program} (Debian: openssh-server)`;
  const folder = await mkdtemp(join(tmpdir(), 'container-labs-ssh-'));
  const port = await freePort();
  await writeKeys(folder);
  await writeConfigurations(folder, port);
  // It wants this folder for its unprivileged part; a package makes it at boot.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
  const server = spawn(program, ['-D', '-e', '-f', join(folder, 'sshd_config')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  server.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const { PATH: path } = process.env;
  process.env.PATH = `${folder}${delimiter}${path}`;
  const stop = async (): Promise<void> => {
    process.env.PATH = path;
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  if (!(await answers(port, server))) {
    await stop();
    return `sshd does not start: ${log}`;
  }
  const user = userInfo().username;
  const url = (host: string): string => `ssh://${user}@${host}:${port}`;
  const hosts = { stranger: url('stranger'), unknown: url('unknown'), bare: url('bare') };
  return { url: url('127.0.0.1'), hosts, stop };
}

/** A port that takes connections and never says a word. */
export async function startSilentServer(): Promise<{ readonly port: number; stop(): void }> {
  const server = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: portOf(server.address()), stop: () => void server.close() };
}

async function writeKeys(folder: string): Promise<void> {
  for (const name of ['host', 'user', 'bare', 'stranger']) {
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
  }
  const [user = '', bare = ''] = await Promise.all(
    ['user.pub', 'bare.pub'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  const withoutDocker = `command="PATH=/nowhere; docker system dial-stdio" ${bare}`;
  await writeFile(join(folder, 'authorized_keys'), `${user}${withoutDocker}`);
}

async function writeConfigurations(folder: string, port: number): Promise<void> {
  const server = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(folder, 'host')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
    'PidFile none',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin prohibit-password',
    'StrictModes no',
    'UsePAM no',
  ];
  await writeFile(join(folder, 'sshd_config'), `${server.join('\n')}\n`);
  const key = await readFile(join(folder, 'host.pub'), 'utf8');
  const names = ['127.0.0.1', 'stranger', 'bare'].map((name) => `[${name}]:${port}`);
  await writeFile(join(folder, 'known_hosts'), names.map((name) => `${name} ${key}`).join(''));
  const host = (name: string, identity: string): readonly string[] => [
    `Host ${name}`,
    ...(name === '127.0.0.1' ? [] : ['  HostName 127.0.0.1', `  HostKeyAlias [${name}]:${port}`]),
    `  IdentityFile ${join(folder, identity)}`,
  ];
  const client = [
    ...host('127.0.0.1', 'user'),
    ...host('stranger', 'stranger'),
    ...host('unknown', 'user'),
    ...host('bare', 'bare'),
    'Host *',
    '  IdentitiesOnly yes',
    '  IdentityAgent none',
    `  UserKnownHostsFile ${join(folder, 'known_hosts')}`,
    '  GlobalKnownHostsFile /dev/null',
    '  StrictHostKeyChecking yes',
  ];
  await writeFile(join(folder, 'ssh_config'), `${client.join('\n')}\n`);
  const { stdout } = await run('sh', ['-c', 'command -v ssh']);
  const wrapper = `#!/bin/sh\nexec ${stdout.trim()} -F ${join(folder, 'ssh_config')} "$@"\n`;
  await writeFile(join(folder, 'ssh'), wrapper);
  await chmod(join(folder, 'ssh'), 0o755);
}

async function freePort(): Promise<number> {
  const { port, stop } = await startSilentServer();
  stop();
  return port;
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('no port');
}

async function answers(
  port: number,
  server: { readonly exitCode: number | null },
): Promise<boolean> {
  for (let i = 0; i < 100 && server.exitCode === null; i++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isOpen) return true;
    await sleep(50);
  }
  return false;
}
