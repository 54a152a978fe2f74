import type { CommandExecutor } from '../core/command/execution';
import type { Plan } from '../core/command/plan';
import { planBlock } from '../core/command/plan-block';
import { errorText, runPlan } from '../core/command/run-plan';
import { lessonLabel } from '../core/engine';
import { exitCodeOf, LabError } from '../core/lab-error';
import type { ShellParser } from '../core/shell/script';
import { localShell } from '../local/local-shell';
import { lazyShellParser } from '../local/shell-grammar';
import { localSurroundings } from '../local/surroundings';
import { openEngine } from './open-engine';
import { distFolder } from './paths';
import { type Printer, processPrinter } from './printer';
import { openProcessSignals } from './process-signals';
import { openProcessStreams, type ProcessStreams } from './process-streams';
import { readArguments } from './read-arguments';

/** The value of the label on what is made outside of any lesson. */
const noLesson = 'command-line';

const usage = `container-labs run [options] "<docker command line>"

Carries out a docker command, or a few of them, as Run in a lesson does: through the Engine API. Input,
output and exit code are those that the docker client has.

      --lesson ID  the lesson that what is made belongs to
  -h, --help       this text

Exit codes: those of docker; 2 usage, or there is no engine.
`;

/**
 * `run "<docker command line>"`: what Run in a lesson does, on this process's streams. Resolves
 * with the exit code the docker client would have.
 */
export async function run(
  arguments_: readonly string[],
  printer: Printer = processPrinter,
): Promise<number> {
  const { values, positionals } = readArguments(
    {
      args: [...arguments_],
      allowPositionals: true,
      options: {
        lesson: { type: 'string', default: noLesson },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    advice,
  );
  if (values.help) {
    printer.print(usage);
    return 0;
  }
  const [text] = positionals;
  if (text === undefined || positionals.length > 1) {
    throw new LabError('usage', 'run takes one argument: the whole command line, in quotes.', {
      advice,
    });
  }
  const [shell, executor] = await Promise.all([lazyShellParser(distFolder)(), openEngine()]);
  const streams = openProcessStreams();
  const plan = understand(text, shell, printer, streams);
  if (typeof plan === 'number') {
    streams.close();
    return plan;
  }
  const signals = openProcessSignals();
  try {
    const { exitCode } = await runPlan(plan, {
      executor: rawWhileTerminal(executor, streams),
      shell: localShell,
      streams,
      options: {
        workingDirectory: process.cwd(),
        labels: { [lessonLabel]: values.lesson },
        signal: signals.abort,
        signals,
      },
    });
    return exitCode;
  } catch (error) {
    if (!(error instanceof LabError) || error.code !== 'cancelled') throw error;
    // Whoever pressed Ctrl-C is told what goes on without them; a program knows what it did.
    if (streams.terminal !== undefined) printer.complain(`${error.message}\n`);
    return signals.exitCode();
  } finally {
    streams.close();
    signals.close();
  }
}

const advice = 'For example: container-labs run "docker run --rm hello-world"';

/** The plan; for a command line that is wrong, the exit code that the docker client has for it. */
function understand(
  text: string,
  shell: ShellParser,
  { complain }: Printer,
  streams: ProcessStreams,
): Plan | number {
  try {
    return planBlock(text, shell, localSurroundings(process.cwd()));
  } catch (error) {
    if (!(error instanceof LabError) || error.code !== 'usage') throw error;
    complain(errorText(error, streams));
    return exitCodeOf(error);
  }
}

/** With `-it` every key belongs to the container once it runs; before, Ctrl-C must interrupt us. */
function rawWhileTerminal(executor: CommandExecutor, streams: ProcessStreams): CommandExecutor {
  return {
    ...executor,
    async execute(request, commandStreams, options) {
      // A password must not be shown as it is typed.
      streams.setRaw(request.kind === 'login' && !request.passwordFromInput);
      const onAttached = (isRaw: boolean) => streams.setRaw(isRaw);
      try {
        return await executor.execute(request, commandStreams, { ...options, onAttached });
      } finally {
        streams.setRaw(false);
      }
    },
  };
}
