import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { BuildRequest } from '../../../core/command/request';
import { type Credentials, credentials, giveCredentials } from '../../build-session/credentials';
import { diffCopy, type SyncedFolder, syncFolders } from '../../build-session/file-sync';
import { getSecret, giveSecrets } from '../../build-session/secrets';
import { type BuildSession, openSession } from '../../build-session/session';
import { authForImage } from '../../credentials/registry-auth';
import type { Context } from '../context';
import type { BuildSource } from './open-source';
import { openSecrets } from './read-secrets';
import { syncedFiles, syncedFolder, syncedTexts } from './synced-folder';

/** The session of a build: files of the context, the Dockerfile, secrets. */
export async function openBuildSession(
  { secrets }: BuildRequest,
  source: BuildSource,
  { connection, options }: Context,
): Promise<BuildSession & { readonly dockerfile: string }> {
  const { name, folders } = foldersOf(source);
  const services = {
    [credentials]: giveCredentials(findCredentials),
    [diffCopy]: syncFolders(folders),
    [getSecret]: giveSecrets(await openSecrets(secrets, options.workingDirectory)),
  };
  const key = source.kind === 'folder' ? source.folder : randomUUID();
  return { ...(await openSession(connection, services, key)), dockerfile: name };
}

/** BuildKit asks by the registry's host, which Docker Hub has another of. */
async function findCredentials(host: string): Promise<Credentials> {
  const { username, password, identitytoken } = await authForImage(
    host === 'registry-1.docker.io' ? 'image' : `${host}/image`,
  );
  if (identitytoken !== undefined) return { username: '', secret: identitytoken };
  return { username: username ?? '', secret: password ?? '' };
}

/** The folders by the names that BuildKit has for them. */
function foldersOf(source: BuildSource): {
  readonly name: string;
  readonly folders: Readonly<Record<string, SyncedFolder>>;
} {
  if (source.kind === 'archive' || source.kind === 'remote') return { name: '', folders: {} };
  const context = source.kind === 'folder' ? syncedFolder(source.folder) : syncedTexts({});
  const dockerfile = source.kind === 'folder' ? source.dockerfile : source;
  if ('text' in dockerfile) {
    const folders = { context, dockerfile: syncedTexts({ Dockerfile: dockerfile.text }) };
    return { name: 'Dockerfile', folders };
  }
  const name = basename(dockerfile.path);
  const names = [name, `${name}.dockerignore`];
  return {
    name,
    folders: { context, dockerfile: syncedFiles(dirname(dockerfile.path), names) },
  };
}
