import type { PublishedPort } from '../engine';
import type { Outcome } from './execution';

/** How a command ended, as a sentence for the learner. */
export function sentenceFor(outcome: Outcome): string {
  const { exitCode, container, detached, outOfMemory } = outcome;
  if (detached)
    return `Running in the background${name(container?.name)}${ports(container?.ports)}.`;
  if (outOfMemory) {
    const who = exitCode === 137 ? 'killed' : 'a process in it was killed';
    return `Ended with exit code ${exitCode}: ${who}, because it was out of memory.`;
  }
  return `Ended with exit code ${exitCode}: ${meaningOf(exitCode)}.`;
}

const meanings: Readonly<Record<number, string>> = {
  0: 'all went well',
  125: 'the engine could not carry it out',
  126: 'the program was found, but may not be run',
  127: 'there is no such program',
  130: 'interrupted with Ctrl-C (SIGINT)',
  134: 'the program gave up (SIGABRT)',
  137: 'killed (SIGKILL)',
  139: 'the program reached for memory that is not its own (SIGSEGV)',
  143: 'asked to stop, and did (SIGTERM)',
};

/** Signals that end a program, by number; beyond them a number says more than a name. */
const signals: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  3: 'SIGQUIT',
  4: 'SIGILL',
  5: 'SIGTRAP',
  7: 'SIGBUS',
  8: 'SIGFPE',
  10: 'SIGUSR1',
  12: 'SIGUSR2',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  31: 'SIGSYS',
};

function meaningOf(exitCode: number): string {
  const known = meanings[exitCode];
  if (known !== undefined) return known;
  const signal = exitCode - 128;
  if (signal < 1 || signal > 64) return 'the program says that something went wrong';
  const name = signals[signal];
  return `ended by signal ${signal}${name === undefined ? '' : ` (${name})`}`;
}

function name(container: string | undefined): string {
  return container ? ` as ${container}` : '';
}

function ports(published: readonly PublishedPort[] = []): string {
  const numbers = [...new Set(published.map((port) => port.hostPort))];
  if (numbers.length < 2) return numbers.map((port) => `, port ${port} of your machine`).join('');
  return `, ports ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} of your machine`;
}

/** Web addresses of published TCP ports, for a browser on this machine. */
export function addressesOf(published: readonly PublishedPort[]): readonly string[] {
  const numbers = published.filter((port) => port.protocol === 'tcp').map((port) => port.hostPort);
  return [...new Set(numbers)].map((port) =>
    port === 80 ? 'http://localhost' : `http://localhost:${port}`,
  );
}
