import { existsSync } from 'node:fs';
import { ensureDebianPackages } from './debian-packages.mjs';

/** Where a browser of Chromium's family stands, by platform. */
const places = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Path of a browser for tests: the one CHROME names, an installed one, or Debian's chromium, which
 * is installed when it is missing. Rejects with a plain sentence where there is none to be had.
 * @param {import('./debian-packages.mjs').Talk} [talk]
 * @returns {Promise<string>}
 */
export async function ensureBrowser(talk = {}) {
  const named = process.env.CHROME;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`The browser that CHROME names does not exist: ${named}`);
  }
  const found = findBrowser();
  if (found !== undefined) return found;
  if (process.platform !== 'linux') {
    throw new Error('No Chrome or Chromium was found. Install one, or set CHROME to its path.');
  }
  await ensureDebianPackages(['chromium'], 'to drive the editor in tests', talk);
  return '/usr/bin/chromium';
}

/** @returns {string | undefined} */
function findBrowser() {
  const known = places[/** @type {keyof typeof places} */ (process.platform)] ?? [];
  return known.find((path) => existsSync(path));
}
