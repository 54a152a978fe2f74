import type { ServerHttp2Stream } from 'node:http2';
import { bytesOf, numberOf, readMessage } from '../protobuf/read-message';
import { writeMessage } from '../protobuf/write-message';
import { readMessages, sendMessage } from './messages';
import type { Metadata, Service } from './session';

/** One file, folder or link that the engine may have. */
export interface SyncedFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  /** As Go has it: permissions, and the kind in the high bits. */
  readonly mode: number;
  readonly size: number;
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
  /** Where a symbolic link leads. */
  readonly link: string | undefined;
  /** Its contents; `undefined` for what has none. */
  readonly open: (() => AsyncIterable<Uint8Array>) | undefined;
}

/** What of a folder the engine wants: nothing given means all of it. */
export interface Selection {
  readonly wanted: readonly string[];
  readonly excluded: readonly string[];
}

/** The files of a folder, parents first, names in the order of their bytes. */
export type SyncedFolder = (selection: Selection) => AsyncIterable<SyncedFile>;

export const diffCopy = '/moby.filesync.v1.FileSync/DiffCopy';

/**
 * Sends folders to the engine: first what there is, then the contents of those files that the engine
 * lacks. Nothing is held in memory but the list of names.
 */
export function syncFolders(folders: Readonly<Record<string, SyncedFolder>>): Service {
  return async (stream, metadata) => {
    const [name = ''] = metadata('dir-name');
    const folder = folders[name];
    if (folder === undefined) throw new Error(`no folder ${name} to send`);
    await sendFolder(folder(selectionOf(metadata)), stream);
  };
}

function selectionOf(metadata: Metadata): Selection {
  const values = (name: string): readonly string[] =>
    metadata(`${name}-encoded`)[0] === '1'
      ? metadata(name).map(decodeURIComponent)
      : metadata(name);
  return {
    wanted: [...values('followpaths'), ...values('include-patterns')],
    excluded: values('exclude-patterns'),
  };
}

const packet = { stat: 0, request: 1, data: 2, end: 3, error: 4 } as const;

async function sendFolder(
  files: AsyncIterable<SyncedFile>,
  stream: ServerHttp2Stream,
): Promise<void> {
  const contents = new Map<number, SyncedFile['open']>();
  // The engine asks while the list is still being sent.
  const listed = sendList(files, contents, stream);
  const answered = answerRequests(contents, listed, stream);
  answered.catch(() => undefined);
  await Promise.race([answered, listed.then(() => answered)]);
}

async function answerRequests(
  contents: ReadonlyMap<number, SyncedFile['open']>,
  listed: Promise<void>,
  stream: ServerHttp2Stream,
): Promise<void> {
  for await (const message of readMessages(stream)) {
    const { type, id, data } = readPacket(message);
    if (type === packet.request) await sendContent(id, contents.get(id), stream);
    if (type === packet.error) throw new Error(data);
    if (type === packet.end) {
      await listed;
      await sendMessage(stream, writeMessage([[1, packet.end]]));
      return;
    }
  }
}

async function sendList(
  files: AsyncIterable<SyncedFile>,
  contents: Map<number, SyncedFile['open']>,
  stream: ServerHttp2Stream,
): Promise<void> {
  let id = 0;
  for await (const file of files) {
    if (stream.destroyed) return;
    if (file.open !== undefined) contents.set(id, file.open);
    id += 1;
    await sendMessage(stream, writeMessage([[2, statOf(file)]]));
  }
  // A packet without anything ends the list.
  await sendMessage(stream, new Uint8Array());
}

function statOf({ path, mode, size, modified, link }: SyncedFile): Uint8Array {
  return writeMessage([
    [1, path],
    [2, mode],
    [5, size],
    [6, modified],
    [7, link],
  ]);
}

async function sendContent(
  id: number,
  open: SyncedFile['open'],
  stream: ServerHttp2Stream,
): Promise<void> {
  if (open !== undefined) {
    for await (const data of open()) {
      if (stream.destroyed) return;
      await sendMessage(stream, writeMessage([[1, packet.data], [3, id], [4, data]])); // biome-ignore format: one packet
    }
  }
  await sendMessage(stream, writeMessage([[1, packet.data], [3, id]])); // biome-ignore format: one packet
}

function readPacket(message: Uint8Array) {
  let [type, id, data] = [0, 0, ''];
  for (const field of readMessage(message)) {
    if (field.number === 1) type = numberOf(field);
    if (field.number === 3) id = numberOf(field);
    if (field.number === 4) data = Buffer.from(bytesOf(field)).toString('utf8');
  }
  return { type, id, data };
}
