import type { CommandStreams } from '../../core/ports';
import { cancelled } from '../errors';
import { print } from './context';
import { unlessAborted } from './unless-aborted';

/** Asks a yes-or-no question as the docker client does; whatever is not `y` or `yes` means no. */
export async function confirm(
  question: string,
  streams: CommandStreams,
  signal: AbortSignal,
): Promise<boolean> {
  await print(streams, `${question} [y/N] `);
  const answer = await readLine(streams, signal);
  return /^y(?:es)?$/i.test(answer.trim());
}

/** One line of input; on a terminal what is typed is shown, since nobody else does it. */
async function readLine(streams: CommandStreams, signal: AbortSignal): Promise<string> {
  const iterator = streams.stdin?.[Symbol.asyncIterator]();
  let line = '';
  while (iterator !== undefined) {
    const item = await unlessAborted(iterator.next(), signal);
    if (item.done === true) break;
    const typed = Buffer.from(item.value).toString('utf8');
    if (streams.terminal !== undefined) {
      if (typed.includes('\x03')) throw cancelled();
      await print(streams, typed.replace(/\r/g, '\r\n'));
    }
    line += typed;
    if (/[\r\n]/.test(line)) break;
  }
  return line.split(/[\r\n]/)[0] ?? '';
}
