import type { IncomingMessage } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { LabError } from '../core/lab-error';
import { type Answer, asAnswer } from './answer';
import type { Endpoint } from './endpoint';
import { cancelled, fromSocketError } from './errors';

/**
 * The objects of a stream of JSON, one a line, as the engine reports progress and events. A line may
 * be split over chunks. Rejects with `engine-gone` when the stream breaks off, with `engine-answer`
 * when it holds something else.
 */
export async function* readJsonLines(
  stream: IncomingMessage,
  endpoint: Endpoint,
  signal?: AbortSignal,
): AsyncGenerator<Answer> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of stream) {
      rest += decoder.write(chunk as Buffer);
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.trim() !== '') yield parseLine(line);
    }
    if (rest.trim() !== '') yield parseLine(rest);
  } catch (error) {
    if (signal?.aborted) throw cancelled();
    throw fromSocketError(error, endpoint, signal);
  }
}

function parseLine(line: string): Answer {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new LabError('engine-answer', 'The engine reported something that is not JSON.', {
      advice: 'Restart the engine, then try again.',
      cause,
    });
  }
  return asAnswer(value, 'its progress');
}
