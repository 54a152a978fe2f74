import type { IncomingMessage } from 'node:http';
import type { Answer } from '../answer';
import { readJsonLines } from '../json-lines';
import { Refusal } from '../refusal';
import type { Context } from './context';
import { ProgressPrinter } from './progress-printer';
import { toProgressMessage } from './pull-progress';

/**
 * Shows what the engine reports while it works, as the docker client does: progress line by line,
 * plain text as it is. Rejects with a `Refusal` when the engine reports that it failed.
 */
export async function showProgress(
  stream: IncomingMessage,
  report: (text: string) => Promise<void>,
  { connection, streams, options }: Context,
  onAnswer: (answer: Answer) => void = () => undefined,
): Promise<void> {
  const printer = new ProgressPrinter(streams.terminal);
  for await (const answer of readJsonLines(stream, connection.endpoint, options.signal)) {
    const message = toProgressMessage(answer);
    if (message.error !== undefined) throw new Refusal(500, message.error, message.error);
    onAnswer(answer);
    if (typeof answer.stream === 'string') await report(answer.stream);
    else if (message.status !== '') await report(printer.text(message));
  }
}
