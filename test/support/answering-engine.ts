import { FakeEngine, type Handler, sendJson } from './engine-socket';

/** An engine of API 1.41 that gives the same answers to the docker client and to us. */
export async function answeringEngine(
  answers: Readonly<Record<string, unknown>>,
): Promise<FakeEngine> {
  const ping: Handler = (_, response) => {
    response.writeHead(200, { 'API-Version': '1.41', 'Content-Type': 'text/plain' });
    response.end('OK');
  };
  const routes = Object.entries(answers).map(([path, value]): [string, Handler] => [
    `(?:GET|POST) (?:/v[\\d.]+)?${path}`,
    (request, response) => {
      request.resume();
      request.on('end', () => sendJson(response, 200, value));
    },
  ]);
  return FakeEngine.start({
    ...Object.fromEntries(routes),
    '(?:HEAD|GET) (?:/v[\\d.]+)?/_ping': ping,
  });
}
