import { type Answer, below, stringMap, text } from '../answer';
import { configurationFolder, readConfiguration } from './client-configuration';
import { getCredentials } from './credential-helper';
import { hostOf, registryOf } from './registry';

/** A sign-in as the Engine API takes it. It is read for one call, and never kept or shown. */
export interface RegistryAuth {
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
  readonly serveraddress?: string;
}

/** The helper that keeps the sign-in of a registry, if one is configured. */
export function helperFor(registry: string, configuration: Answer): string | undefined {
  const helpers = stringMap(configuration, 'credHelpers');
  const own = Object.hasOwn(helpers, registry) ? helpers[registry] : undefined;
  return own || text(configuration, 'credsStore') || undefined;
}

/**
 * The user's sign-in to the registry of an image, from the docker client's own files; empty when
 * there is none, or none that can be read: the registry then says whether it wants one.
 */
export async function authForImage(
  image: string,
  folder = configurationFolder(),
): Promise<RegistryAuth> {
  try {
    return await authForRegistry(registryOf(image), await readConfiguration(folder));
  } catch {
    return {};
  }
}

/** All sign-ins that a build may need for its base images, by registry. */
export async function authsForBuild(
  folder = configurationFolder(),
): Promise<Readonly<Record<string, RegistryAuth>>> {
  const configuration = await readConfiguration(folder).catch((): Answer => ({}));
  const registries = [
    ...Object.keys(below(configuration, 'auths')),
    ...Object.keys(below(configuration, 'credHelpers')),
  ];
  const found = await Promise.all(
    [...new Set(registries)].map(async (registry) => {
      const auth = await authForRegistry(registry, configuration).catch(() => ({}));
      return [registry, auth] as const;
    }),
  );
  return Object.fromEntries(found.filter(([, auth]) => Object.keys(auth).length > 0));
}

async function authForRegistry(registry: string, configuration: Answer): Promise<RegistryAuth> {
  const helper = helperFor(registry, configuration);
  if (helper === undefined) return fromFile(registry, below(configuration, 'auths'));
  const credentials = await getCredentials(helper, registry);
  if (credentials === undefined) return {};
  const { username, secret } = credentials;
  return username === '<token>'
    ? { identitytoken: secret, serveraddress: registry }
    : { username, password: secret, serveraddress: registry };
}

function fromFile(registry: string, auths: Answer): RegistryAuth {
  const key = Object.hasOwn(auths, registry)
    ? registry
    : Object.keys(auths).find((each) => hostOf(each) === registry);
  if (key === undefined) return {};
  const entry = below(auths, key);
  const pair = Buffer.from(text(entry, 'auth'), 'base64').toString('utf8').replace(/\0+$/, '');
  const at = pair.indexOf(':');
  const token = text(entry, 'identitytoken');
  return {
    ...(at > 0 && { username: pair.slice(0, at), password: pair.slice(at + 1) }),
    ...(token !== '' && { identitytoken: token }),
    serveraddress: registry,
  };
}
