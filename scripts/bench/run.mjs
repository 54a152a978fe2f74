import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const repetitions = 15;
const command = 'docker run --rm hello-world';

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
 * From the start of a command to the first byte of the container's output: ours in a running
 * process, as the editor has it, and the docker client's; in turn, on the same engine.
 * @param {string} project
 */
export async function measureRun(project) {
  const runOurs = await prepareOurs(project);
  await runOurs();
  await runClient();
  const ours = [];
  const client = [];
  for (let i = 0; i < repetitions; i++) {
    ours.push(await runOurs());
    client.push(await runClient());
  }
  return { command, ours, client };
}

/** @param {string} project */
async function prepareOurs(project) {
  const outfile = join(project, '.cache', 'bench', 'run.mjs');
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
  return async () => {
    const start = performance.now();
    let first = Number.NaN;
    const onOutput = () => {
      if (Number.isNaN(first)) first = performance.now() - start;
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
    return first;
  };
}

/** @returns {Promise<number>} */
function runClient() {
  return new Promise((resolve, reject) => {
    const [program = '', ...args] = command.split(' ');
    const start = performance.now();
    let first = Number.NaN;
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', () => {
      if (Number.isNaN(first)) first = performance.now() - start;
    });
    child.on('error', reject);
    child.on('close', () => resolve(first));
  });
}
