import http from 'node:http';
import https from 'node:https';
import { LabError } from '../core/lab-error';
import { negotiateApi } from './api-version';
import type { Endpoint } from './endpoint';
import { SshAgent } from './ssh/ssh-agent';

/** Whether an engine answers, and if not, what the machine said. */
export type PingResult =
  | ({ readonly kind: 'answers' } & Pick<Endpoint, 'apiVersion' | 'isPodman'>)
  | PingTrouble;

export type PingTrouble =
  | { readonly kind: Silence }
  /** Whoever leads there (SSH) says why not. */
  | { readonly kind: 'explained'; readonly error: LabError };

type Silence =
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
      response.on('error', () => fail('no engine'));
      response.on('end', () => {
        if (response.statusCode === 200 && body.trim() === 'OK') {
          finish(judgeAnswer(response.headers));
        } else {
          fail(/HTTP request to an HTTPS server/.test(body) ? 'wants tls' : 'no engine');
        }
      });
    });
    const timer = setTimeout(() => fail('hangs'), timeout);
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error instanceof LabError) finish({ kind: 'explained', error });
      else fail(fromErrno(error.code));
    });
    request.end();

    function fail(kind: Silence): void {
      finish({ kind });
    }

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
  if (endpoint.kind === 'ssh') {
    const agent = new SshAgent(endpoint.address);
    return http.request({ ...shared, host: 'engine', agent }, onResponse);
  }
  const { host, port, tls } = endpoint;
  if (tls === undefined) return http.request({ ...shared, host, port }, onResponse);
  return https.request({ ...shared, host, port, ...tls }, onResponse);
}

function fromErrno(code: string | undefined): Silence {
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

function judgeAnswer(headers: http.IncomingHttpHeaders): PingResult {
  const { 'api-version': spoken, 'libpod-api-version': libpod } = headers;
  const apiVersion = negotiateApi(spoken === undefined ? undefined : String(spoken));
  if (apiVersion === 'too old') return { kind: 'too old' };
  return { kind: 'answers', apiVersion, isPodman: libpod !== undefined };
}
