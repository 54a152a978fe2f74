/*
 * npm run stop: ends the engine and the registry that npm start or npm test started, and only
 * those. What the lessons made on the engine stays there for the next start.
 */
import { stopInBackground } from './engine/background-process.mjs';
import { daemon } from './engine/daemon.mjs';
import { registry } from './engine/registry.mjs';

for (const [what, background] of /** @type {const} */ ([
  ['The engine', daemon],
  ['The registry', registry],
])) {
  const stopped = await stopInBackground(background);
  console.log(stopped ? `${what} has ended.` : `${what}: none was started from here.`);
}
