import { ensureBrowser } from '../editor/install-browser.mjs';
import { ensureEditor } from '../editor/install-editor.mjs';
import { packageExtension } from '../project/package-extension.mjs';
import { CannotRun } from './counts.mjs';
import { runMocha } from './tools.mjs';

/**
 * Packages the extension, and runs test/e2e against it in a fresh editor in a browser.
 * @param {string} project
 * @param {import('../editor/debian-packages.mjs').Talk} talk
 */
export async function runE2ESuite(project, talk) {
  const cannotRun = (/** @type {Error} */ error) => {
    throw new CannotRun(error.message);
  };
  await ensureEditor(talk).catch(cannotRun);
  await ensureBrowser(talk).catch(cannotRun);
  const { vsix, files } = await packageExtension(project);
  return runMocha(project, {
    spec: 'test/e2e/**/*.test.mjs',
    timeout: 120_000,
    retries: 1,
    env: { CONTAINER_LABS_VSIX: vsix, CONTAINER_LABS_VSIX_FILES: files.join('\n') },
  });
}
