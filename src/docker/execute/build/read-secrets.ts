import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BuildSecret } from '../../../core/command/request';
import { LabError } from '../../../core/lab-error';
import type { SecretReader } from '../../build-session/secrets';

/** Reads secrets when they are asked for; rejects at once when a file of one is not there. */
export async function openSecrets(
  secrets: readonly BuildSecret[],
  workingDirectory: string,
): Promise<SecretReader> {
  for (const { file } of secrets) if (file !== undefined) await requireFile(file, workingDirectory);
  return async (id) => {
    const secret = secrets.find((each) => each.id === id);
    if (secret?.file !== undefined) return readFile(resolve(workingDirectory, secret.file));
    return secret && Buffer.from(secret.value ?? '');
  };
}

async function requireFile(file: string, workingDirectory: string): Promise<void> {
  const path = resolve(workingDirectory, file);
  await access(path).catch((cause: unknown) => {
    throw new LabError('file', `There is no file ${path} to read a secret from.`, {
      advice: 'Write --secret id=NAME,src=FILE, or id=NAME,env=VARIABLE.',
      cause,
      clientWords: `failed to stat ${file}: stat ${file}: no such file or directory`,
    });
  });
}
