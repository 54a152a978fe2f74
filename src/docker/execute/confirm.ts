import type { CommandStreams } from '../../core/ports';
import { print } from './context';
import { InputLines } from './input-lines';

/** Asks a yes-or-no question as the docker client does: only `y` is a yes. */
export async function confirm(
  question: string,
  streams: CommandStreams,
  signal: AbortSignal,
): Promise<boolean> {
  await print(streams, `${question} [y/N] `);
  const answer = await new InputLines(streams, signal).line();
  return answer?.trim().toLowerCase() === 'y';
}
