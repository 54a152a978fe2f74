import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** An editor without greetings, suggestions and news. */
export const calmSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'window.autoDetectColorScheme': false,
  'git.enabled': false,
};

/** The same, with the terminal's text standing in the page, where a test can read it. */
export const testSettings = {
  ...calmSettings,
  'terminal.integrated.gpuAcceleration': 'off',
  'editor.accessibilitySupport': 'off',
};

/**
 * @param {string} file
 * @param {Record<string, unknown>} settings
 */
export async function writeSettings(file, settings) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}

/**
 * Adds settings to a file that may be a person's own: what stands there stays, and a file that
 * cannot be read as plain JSON (it may hold comments) is left as it is.
 * @param {string} file
 * @param {Record<string, unknown>} settings
 */
export async function addSettings(file, settings) {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  /** @type {Record<string, unknown>} */
  let theirs;
  try {
    theirs = JSON.parse(text);
  } catch {
    return;
  }
  if (Object.keys(settings).some((name) => !(name in theirs))) {
    await writeSettings(file, { ...settings, ...theirs });
  }
}
