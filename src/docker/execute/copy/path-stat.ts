import type { IncomingMessage } from 'node:http';
import { posix } from 'node:path';
import { LabError } from '../../../core/lab-error';
import { type Answer, asAnswer, number, text } from '../../answer';
import type { Connection } from '../../connection';
import { containerPath } from '../context';
import { type CopySide, splitEntry } from './copy-paths';

/** What a path in a container is. */
export interface PathStat {
  readonly is: 'folder' | 'file' | 'link' | 'device';
  /** Of a link, as it stands there. */
  readonly target: string;
}

/** Asks what a path is. Rejects with a `Refusal` when it is not there. */
export async function statPath(
  container: string,
  path: string,
  connection: Connection,
): Promise<PathStat> {
  const call = {
    method: 'HEAD',
    path: containerPath(container, '/archive'),
    query: { path },
  } as const;
  const answer = await connection.stream(call);
  answer.resume();
  return readPathStat(answer);
}

/** What the header of an answer says of the path that was asked for. */
export function readPathStat({ headers }: IncomingMessage): PathStat {
  const header = headers['x-docker-container-path-stat'];
  const answer = asAnswer(decode(header), 'the path');
  return { is: kindOf(answer), target: text(answer, 'linkTarget') };
}

function decode(header: unknown): unknown {
  try {
    return JSON.parse(Buffer.from(String(header), 'base64').toString('utf8'));
  } catch (cause) {
    throw new LabError('engine-answer', 'The engine does not say what the path is.', {
      advice: 'Update the engine.',
      cause,
    });
  }
}

/** Go's mode: 1 in bit 31 is a folder, in 27 a link, in 26 a device. */
function kindOf(answer: Answer): PathStat['is'] {
  const mode = number(answer, 'mode') ?? 0;
  const has = (bit: number): boolean => Math.floor(mode / 2 ** bit) % 2 === 1;
  if (has(31)) return 'folder';
  if (has(27)) return 'link';
  return has(26) ? 'device' : 'file';
}

/** Where a link leads, seen from the container's root. */
export function targetOf(path: string, { target }: PathStat): string {
  return target.startsWith('/') ? target : posix.join(splitEntry(path).folder, target);
}

/** The side of a copy that such a path is. */
export function sideOf(path: string, stat: PathStat | undefined): CopySide {
  if (stat === undefined) return { path, is: undefined };
  return { path, is: stat.is === 'folder' ? 'folder' : 'file' };
}
