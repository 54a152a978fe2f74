import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/**
 * Where an engine listens, as options of node:http.
 * @typedef {object} Endpoint
 * @property {string} url As DOCKER_HOST has it.
 * @property {string} origin Who named it, for people.
 * @property {import('node:https').RequestOptions} connect
 */

/**
 * @typedef {object} EngineRequest
 * @property {string} [method] GET if left out.
 * @property {string} path With its query.
 * @property {NodeJS.ReadableStream} [body] A tar archive.
 * @property {Record<string, string>} [headers]
 * @property {number} [timeout] Milliseconds of silence that are too many.
 *
 * @typedef {{ status: number, headers: import('node:http').IncomingHttpHeaders, text: string }} Answer
 */

/**
 * Asks the engine and gives its answer, whatever the status. Rejects when nothing answers.
 * @param {Endpoint} endpoint
 * @param {EngineRequest} request
 * @returns {Promise<Answer>}
 */
export function askEngine({ connect }, { method = 'GET', path, body, headers, timeout }) {
  const send =
    connect.ca === undefined && connect.protocol !== 'https:' ? requestHttp : requestHttps;
  return new Promise((resolve, reject) => {
    const type = body === undefined ? {} : { 'Content-Type': 'application/x-tar' };
    const request = send(
      // The shared agent gives up after five silent seconds; a build is silent for longer.
      {
        ...connect,
        agent: false,
        method,
        path,
        timeout,
        headers: { Host: 'docker', ...type, ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error('The engine does not answer in time.')));
    if (body === undefined) request.end();
    else body.on('error', (error) => request.destroy(error)).pipe(request);
  });
}

/**
 * Asks for something that must work: builds, imports, pushes. Their answer is a stream of JSON
 * lines, one of which may be an error though the status is fine.
 * @param {Endpoint} endpoint
 * @param {EngineRequest} request
 */
export async function tellEngine(endpoint, request) {
  const { status, text } = await askEngine(endpoint, request);
  const failed = status >= 400 || /^\{"error/m.test(text);
  if (!failed) return text;
  const path = request.path.split('?')[0];
  throw new Error(`The engine refused ${path} (${status}):\n${readable(text)}`);
}

/** The last of what the engine said, without its JSON. @param {string} text */
function readable(text) {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        const { stream, error, message } = JSON.parse(line);
        return `${stream ?? error ?? message ?? ''}`.trimEnd();
      } catch {
        return line;
      }
    });
  return lines
    .filter((line) => line !== '')
    .slice(-15)
    .join('\n');
}
