import type { PublishedPort } from '../engine';
import type { Outcome } from './execution';

/** How a command ended, as a sentence for the learner. */
export function sentenceFor(outcome: Outcome): string {
  const { exitCode, container, detached, outOfMemory } = outcome;
  if (detached)
    return `Running in the background${name(container?.name)}${ports(container?.ports)}.`;
  if (outOfMemory) return `Ended with exit code ${exitCode}: killed, because it was out of memory.`;
  return `Ended with exit code ${exitCode}: ${meaningOf(exitCode)}.`;
}

const meanings: Readonly<Record<number, string>> = {
  0: 'all went well',
  125: 'the engine could not carry it out',
  126: 'the program was found, but may not be run',
  127: 'there is no such program',
  130: 'interrupted with Ctrl-C',
  134: 'the program gave up (SIGABRT)',
  137: 'killed (SIGKILL)',
  139: 'the program reached for memory that is not its own (SIGSEGV)',
  143: 'asked to stop (SIGTERM)',
};

function meaningOf(exitCode: number): string {
  const known = meanings[exitCode];
  if (known !== undefined) return known;
  return exitCode > 128 && exitCode < 160
    ? `ended by signal ${exitCode - 128}`
    : 'the program says that something went wrong';
}

function name(container: string | undefined): string {
  return container ? ` as ${container}` : '';
}

function ports(published: readonly PublishedPort[] = []): string {
  const numbers = [...new Set(published.map((port) => port.hostPort))];
  if (numbers.length === 0) return '';
  return `, port${numbers.length > 1 ? 's' : ''} ${numbers.join(' and ')} of your machine`;
}

/** Web addresses of published TCP ports, for a browser on this machine. */
export function addressesOf(published: readonly PublishedPort[]): readonly string[] {
  const numbers = published.filter((port) => port.protocol === 'tcp').map((port) => port.hostPort);
  return [...new Set(numbers)].map((port) =>
    port === 80 ? 'http://localhost' : `http://localhost:${port}`,
  );
}
