import http from 'node:http';
import https from 'node:https';
import type { Endpoint } from './endpoint';

/** Whether an engine answers, and if not, what the machine said. */
export type PingResult =
  | 'answers'
  | 'denied'
  | 'hangs'
  | 'refuses'
  | 'absent'
  | 'no engine'
  | 'untrusted'
  | 'wants tls'
  | 'speaks no tls'
  | 'too old';

/** Asks an endpoint for a sign of life. Never rejects, and never takes longer than `timeout` ms. */
export function ping(endpoint: Endpoint, timeout: number): Promise<PingResult> {
  return new Promise((resolve) => {
    const request = start(endpoint, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        body = (body + text).slice(0, 100);
      });
      response.on('error', () => finish('no engine'));
      response.on('end', () => {
        if (response.statusCode === 200 && body.trim() === 'OK') {
          finish(judgeVersion(response.headers['api-version']));
        } else {
          finish(/HTTP request to an HTTPS server/.test(body) ? 'wants tls' : 'no engine');
        }
      });
    });
    const timer = setTimeout(() => finish('hangs'), timeout);
    request.on('error', (error: NodeJS.ErrnoException) => finish(fromErrno(error.code)));
    request.end();

    function finish(result: PingResult): void {
      clearTimeout(timer);
      request.destroy();
      resolve(result);
    }
  });
}

function start(
  endpoint: Endpoint,
  onResponse: (response: http.IncomingMessage) => void,
): http.ClientRequest {
  // A connection of its own: the answer to "is it there" must not come from an old one.
  const shared = { path: '/_ping', agent: false } as const;
  if (endpoint.kind === 'socket') {
    return http.request({ ...shared, socketPath: endpoint.path }, onResponse);
  }
  const { host, port, tls } = endpoint;
  if (tls === undefined) return http.request({ ...shared, host, port }, onResponse);
  return https.request({ ...shared, host, port, ...tls }, onResponse);
}

function fromErrno(code: string | undefined): PingResult {
  if (code === 'EACCES' || code === 'EPERM') return 'denied';
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENOTFOUND') return 'absent';
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH') return 'refuses';
  if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER') return 'speaks no tls';
  return isAboutTrust(code) ? 'untrusted' : 'no engine';
}

/** Node has a code of its own for each way in which a certificate can be wrong. */
export function isAboutTrust(code = ''): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_SSL_|^ERR_TLS_/.test(code);
}

/** The oldest API that has all we ask for: Docker 20.10, Podman 4. */
const oldest = { major: 1, minor: 41 };

function judgeVersion(version: string | readonly string[] | undefined): PingResult {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(String(version)) ?? [];
  if (major === undefined || minor === undefined) return 'answers';
  const isOld =
    Number(major) < oldest.major ||
    (Number(major) === oldest.major && Number(minor) < oldest.minor);
  return isOld ? 'too old' : 'answers';
}
