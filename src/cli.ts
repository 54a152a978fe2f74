#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { describeError, LabError } from './core/lab-error';
import { nearestName } from './core/text/nearest-name';

const usage = `Container Labs: learn Linux containers by doing.

  container-labs lint [options] FILE…        lint Dockerfiles (- is standard input)
  container-labs run "<docker command line>" run a docker command through the Engine API
  container-labs labs [--json]               list the lessons
  container-labs verify [LESSON…] [--json]   prove every exercise on a real engine

labs and verify take --labs FOLDER. "container-labs COMMAND --help" tells more.
Exit codes: 0 all is well; 1 findings, or an exercise that is wrong; 2 usage or environment.
`;

/** One command of the command line: takes its arguments, resolves with the exit code. */
type Command = (arguments_: readonly string[]) => Promise<number>;

/** Each loads its own part on first use. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  lint: async () => (await import('./cli/lint.js')).lint,
  run: async () => (await import('./cli/run.js')).run,
  labs: async () => (await import('./cli/labs.js')).labs,
  verify: async () => (await import('./cli/verify.js')).verify,
};

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(usage);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    const { version } = await import('./cli/version.js');
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    const nearest = nearestName(name, Object.keys(commands));
    const advice = nearest === undefined ? usage : `Did you mean "${nearest}"?`;
    throw new LabError('usage', `There is no command "${name}".`, { advice });
  }
  return (await load())(rest);
}

// Whoever reads our output may stop before its end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// Compiling the shell grammar to its best takes a third of a second, and Node does not end before it
// is done. What a command line reads with it is read sooner without.
setFlagsFromString(`--wasm-tiering-budget=${2 ** 30}`);

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const text = error instanceof LabError ? describeError(error) : String(error);
    process.stderr.write(`container-labs: ${text.trimEnd()}\n`);
    process.exitCode = error instanceof LabError && error.code === 'cancelled' ? 130 : 2;
  },
);
