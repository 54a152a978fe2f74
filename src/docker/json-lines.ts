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
  for await (const line of readLines(stream, endpoint, signal)) yield parseLine(line);
}

/** The same as text: large numbers stay what they are. */
export async function* readLines(
  stream: IncomingMessage,
  endpoint: Endpoint,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of stream) {
      const [first = '', ...others] = decoder.write(chunk as Buffer).split('\n');
      const lines = [rest + first, ...others];
      rest = lines.pop() ?? '';
      if (rest.length > longest) throw noLines();
      for (const line of lines) if (line.trim() !== '') yield line;
    }
    if (rest.trim() !== '') yield rest;
  } catch (error) {
    if (signal?.aborted) throw cancelled();
    throw fromSocketError(error, endpoint, signal);
  }
}

/** No engine says that much in one line. */
const longest = 16 * 2 ** 20;

function noLines(cause?: unknown): LabError {
  return new LabError('engine-answer', 'The engine reported something that is not JSON.', {
    advice: 'Restart the engine, then try again.',
    cause,
  });
}

/** One object, of a line of text. */
export function parseLine(line: string): Answer {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw noLines(cause);
  }
  return asAnswer(value, 'its progress');
}
