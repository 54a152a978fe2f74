import { createServer } from 'node:net';

const usual = 8123;

/**
 * The port that was asked for, or else the usual one, so that the address can be kept; the next
 * free one after it when it is taken.
 * @param {number | undefined} asked
 */
export async function choosePort(asked) {
  if (asked !== undefined) {
    const obstacle = await tryPort(asked);
    if (obstacle === undefined) return asked;
    throw new Error(
      obstacle === 'EACCES'
        ? `Port ${asked} is for the system. Choose one from 1024 on: npm start -- --port ${usual}`
        : `Port ${asked} is taken by another program, perhaps by an earlier npm start. End that, or choose another port: npm start -- --port ${asked + 1}`,
    );
  }
  for (let port = usual; port < usual + 100; port++) {
    if ((await tryPort(port)) === undefined) return port;
  }
  throw new Error(
    `No port from ${usual} to ${usual + 99} is free. Name one: npm start -- --port N`,
  );
}

/**
 * Why nothing can listen at a port of this machine, or `undefined`.
 * @param {number} port
 * @returns {Promise<string | undefined>}
 */
function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}
