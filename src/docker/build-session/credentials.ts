import { readMessage, textOf } from '../protobuf/read-message';
import { writeMessage } from '../protobuf/write-message';
import { readMessages, sendMessage } from './messages';
import type { Service } from './session';

/** A sign-in; both are empty where there is none. */
export interface Credentials {
  readonly username: string;
  readonly secret: string;
}

export const credentials = '/moby.filesync.v1.Auth/Credentials';

/** Tells the user's sign-in to a registry when a base image needs it. */
export function giveCredentials(find: (registry: string) => Promise<Credentials>): Service {
  return async (stream) => {
    for await (const message of readMessages(stream)) {
      const host = [...readMessage(message)].find(({ number }) => number === 1);
      const { username, secret } = await find(host === undefined ? '' : textOf(host));
      const answer = writeMessage([
        [1, username],
        [2, secret],
      ]);
      await sendMessage(stream, answer);
      return;
    }
  };
}
