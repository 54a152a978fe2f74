import { spawn } from 'node:child_process';

/** Opens an address in the person's browser, where there is one. @param {string} url */
export function openUrl(url) {
  const [program, ...args] = command(url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  // Without a desktop there is nothing to open it with; the address is printed anyway.
  child.on('error', () => undefined);
  child.unref();
}

/**
 * @param {string} url
 * @returns {[string, ...string[]]}
 */
function command(url) {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}
