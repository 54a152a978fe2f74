import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What Run in a lesson goes through, as one module. */
const entry = `
export { planBlock } from './src/core/command/plan-block';
export { runPlan } from './src/core/command/run-plan';
export { openEngine } from './src/cli/open-engine';
export { localShell } from './src/local/local-shell';
export { lazyShellParser } from './src/local/shell-grammar';
export { localSurroundings } from './src/local/surroundings';
`;

/**
 * How a command fared: milliseconds to the first byte of its output and to its end, and how many
 * bytes it printed.
 * @typedef {{ first: number, whole: number, bytes: number }} Fared
 */

/**
 * Gives a function that runs a command line as the editor does, in a process that is up already.
 * @param {string} project
 * @returns {Promise<(command: string) => Promise<Fared>>}
 */
export async function prepareOurs(project) {
  const outfile = join(project, '.cache', 'bench', 'ours.mjs');
  await build({
    stdin: { contents: entry, resolveDir: project, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    external: ['cpu-features', '*.node'],
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require=__createRequire(import.meta.url);const __dirname=import.meta.dirname;",
    },
  });
  const product = await import(pathToFileURL(outfile).href);
  const parser = await product.lazyShellParser(join(project, 'dist'))();
  const executor = await product.openEngine();
  const surroundings = product.localSurroundings(project);
  return async (command) => {
    const start = performance.now();
    let first = Number.NaN;
    let bytes = 0;
    const onOutput = (/** @type {Uint8Array} */ chunk) => {
      if (bytes === 0) first = performance.now() - start;
      bytes += chunk.length;
    };
    await product.runPlan(product.planBlock(command, parser, surroundings), {
      executor,
      shell: product.localShell,
      streams: { stdout: onOutput, stderr: onOutput, stdin: undefined, terminal: undefined },
      options: {
        workingDirectory: project,
        labels: { 'container-labs.lesson': 'bench' },
        signal: new AbortController().signal,
      },
    });
    return { first, whole: performance.now() - start, bytes };
  };
}
