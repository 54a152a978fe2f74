import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A registry of a test's own on this machine. */
export interface TestRegistry {
  /** `127.0.0.1:PORT`, as it stands in the names of its images. */
  readonly host: string;
  stop(): Promise<void>;
}

/** A real, empty registry; `undefined` where its program is not installed. */
export async function startRegistry(): Promise<TestRegistry | undefined> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
  const configuration = {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') } },
    http: { addr: `127.0.0.1:${port}` },
  };
  await writeFile(join(folder, 'config.yml'), JSON.stringify(configuration));
  const child = spawn('docker-registry', ['serve', join(folder, 'config.yml')], {
    stdio: 'ignore',
  });
  const isStarted = await Promise.race([answers(port), once(child, 'error').then(() => false)]);
  const stop = () => stopChild(child, folder);
  if (isStarted) return { host: `127.0.0.1:${port}`, stop };
  await stop();
  return undefined;
}

async function stopChild(child: ChildProcess, folder: string): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null) {
    child.kill();
    await once(child, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
}

async function answers(port: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isUp = await fetch(`http://127.0.0.1:${port}/v2/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function freePort(): Promise<number> {
  const { server, port } = await listen(createServer());
  server.close();
  return port;
}

/** A registry that wants to know who asks and then has nothing; it keeps what it was shown. */
export async function startStrictRegistry(): Promise<TestRegistry & { readonly shown: string[] }> {
  const shown: string[] = [];
  const { server, port } = await listen(
    createServer((request, response) => {
      const { authorization } = request.headers;
      if (authorization === undefined) {
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="test"' });
      } else {
        shown.push(authorization);
        response.writeHead(request.url === '/v2/' ? 200 : 404);
      }
      response.end('{}');
    }),
  );
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
  };
  return { host: `127.0.0.1:${port}`, shown, stop };
}

async function listen(server: Server): Promise<{ readonly server: Server; readonly port: number }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}
