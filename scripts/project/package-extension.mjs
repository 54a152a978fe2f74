import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { runProgram } from '../editor/run-program.mjs';

/**
 * Builds for production and packs the extension. Everything it needs is bundled, so no package
 * comes along; what does come along is the list `files` of package.json, the same as for npm.
 * @param {string} project
 * @returns {Promise<{ vsix: string, files: readonly string[] }>}
 */
export async function packageExtension(project) {
  await runProgram(process.execPath, ['esbuild.js', '--production'], { cwd: project });
  const manifest = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  const vsix = join(project, `${manifest.name}-${manifest.version}.vsix`);
  // As a program: called as a function it would print the whole list of files.
  const vsce = join(project, 'node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--out', vsix];
  await runProgram(process.execPath, [vsce, 'package', ...options], { cwd: project });
  const files = await listFiles({ cwd: project, packageManager: PackageManager.None });
  return { vsix, files };
}
