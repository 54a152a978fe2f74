import { readMessage, textOf } from '../protobuf/read-message';
import { writeMessage } from '../protobuf/write-message';
import { readMessages, sendMessage } from './messages';
import { NotFound, type Service } from './session';

/** Gives a secret by its id; `undefined` when there is none of that name. */
export type SecretReader = (id: string) => Promise<Uint8Array | undefined>;

export const getSecret = '/moby.buildkit.secrets.v1.Secrets/GetSecret';

/** Hands secrets to the steps that mount them. They are sent when they are asked for, and kept nowhere. */
export function giveSecrets(read: SecretReader): Service {
  return async (stream) => {
    for await (const message of readMessages(stream)) {
      const id = [...readMessage(message)].find(({ number }) => number === 1);
      const name = id === undefined ? '' : textOf(id);
      const secret = await read(name);
      if (secret === undefined) throw new NotFound(`secret ${name}: not found`);
      await sendMessage(stream, writeMessage([[1, secret]]));
      return;
    }
  };
}
