import { chromium } from 'playwright-core';

/**
 * Opens a browser that calls nobody but the pages it is given.
 * @param {string} executablePath
 */
export function openBrowser(executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
