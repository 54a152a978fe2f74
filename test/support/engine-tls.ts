import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A folder with `ca.pem`, `cert.pem` and `key.pem`, as `DOCKER_CERT_PATH` names one. */
export const certificates = join('test', 'support', 'certificates');

/** An engine that only talks to those who show the client's certificate; it says OK to everything. */
export async function startTlsEngine(): Promise<{ readonly server: Server; readonly url: string }> {
  const read = (name: string): Promise<Buffer> => readFile(join(certificates, name));
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'server-cert.pem', 'server-key.pem'].map(read),
  );
  const options = { ca, cert, key, requestCert: true, rejectUnauthorized: true };
  const server = createServer(options, (request, response) => {
    response.end(request.url === '/_ping' ? 'OK' : '[]');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, url: `tcp://127.0.0.1:${port}` };
}
