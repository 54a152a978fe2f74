import { parseReference } from './reference';

/** What can be told of an image before it is pulled. */
export interface RegistryImage {
  /** Bytes of all its layers as they travel, for one platform. */
  readonly size: number;
}

/** Where a reference leads: the registry's address and the name within it. */
interface Place {
  readonly base: string;
  readonly name: string;
  readonly tag: string;
}

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/**
 * Asks the registries that hold an image, mirrors first, how large it is for an architecture in Go's
 * words (`amd64`). `undefined` when none of them tells: private, unreachable, or too slow for the
 * signal. Nothing is pulled and no credentials are sent.
 */
export async function readRegistryImage(
  reference: string,
  from: { readonly mirrors: readonly string[]; readonly architecture: string },
  signal: AbortSignal,
): Promise<RegistryImage | undefined> {
  for (const place of placesOf(reference, from.mirrors)) {
    try {
      const size = await readSize(place, from.architecture, signal);
      if (size !== undefined) return { size };
    } catch {
      // A registry that cannot be asked is no trouble of the learner's: the size stays unknown.
    }
  }
  return undefined;
}

function placesOf(reference: string, mirrors: readonly string[]): readonly Place[] {
  const { repository, tag, digest } = parseReference(reference);
  const [first = '', ...rest] = repository.split('/');
  const version = digest ?? tag ?? 'latest';
  const isRegistry = rest.length > 0 && /[.:]|^localhost$/.test(first);
  if (isRegistry && first !== 'docker.io') {
    const scheme = /^(?:localhost|127\.)/.test(first) ? 'http' : 'https';
    return [{ base: `${scheme}://${first}`, name: rest.join('/'), tag: version }];
  }
  const path = isRegistry ? rest : [first, ...rest];
  const name = path.length === 1 ? `library/${path[0]}` : path.join('/');
  const bases = [...mirrors.map((mirror) => mirror.replace(/\/$/, '')), dockerHub];
  return bases.map((base) => ({ base, name, tag: version }));
}

const dockerHub = 'https://registry-1.docker.io';

async function readSize(
  { base, name, tag }: Place,
  architecture: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const url = `${base}/v2/${name}/manifests/`;
  const open = await ask(`${url}${tag}`, undefined, signal);
  const token = open.status === 401 ? await readToken(open, signal) : undefined;
  const answer = token === undefined ? open : await ask(`${url}${tag}`, token, signal);
  if (!answer.ok) return undefined;
  const manifest = await answer.json();
  const digest = digestFor(manifest, architecture);
  if (digest === undefined) return sizeOf(manifest);
  const chosen = await ask(`${url}${digest}`, token, signal);
  return chosen.ok ? sizeOf(await chosen.json()) : undefined;
}

function ask(url: string, token: string | undefined, signal: AbortSignal): Promise<Response> {
  const headers = new Headers({ Accept: manifestTypes });
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  return fetch(url, { signal, headers });
}

/** A registry that is open to all still asks for a token, and says where to get one. */
async function readToken(answer: Response, signal: AbortSignal): Promise<string | undefined> {
  const challenge = answer.headers.get('www-authenticate') ?? '';
  const parts = new Map(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
  );
  const realm = parts.get('realm');
  if (realm === undefined || !realm.startsWith('https://')) return undefined;
  const url = new URL(realm);
  for (const key of ['service', 'scope']) url.searchParams.set(key, parts.get(key) ?? '');
  const token: unknown = await (await fetch(url, { signal })).json();
  const text = field(token, 'token') ?? field(token, 'access_token');
  return typeof text === 'string' ? text : undefined;
}

/** Of an index: the manifest for this architecture. `undefined`: it is a manifest itself. */
function digestFor(manifest: unknown, architecture: string): string | undefined {
  const entries = field(manifest, 'manifests');
  if (!Array.isArray(entries)) return undefined;
  const fits = (entry: unknown) => {
    const platform = field(entry, 'platform');
    return field(platform, 'os') === 'linux' && field(platform, 'architecture') === architecture;
  };
  const digest = field(entries.find(fits), 'digest');
  return typeof digest === 'string' ? digest : undefined;
}

function sizeOf(manifest: unknown): number | undefined {
  const layers = field(manifest, 'layers');
  if (!Array.isArray(layers)) return undefined;
  const sizes = [field(manifest, 'config'), ...layers].map((part) => field(part, 'size'));
  const known = sizes.filter((size) => typeof size === 'number');
  return known.length === sizes.length ? known.reduce((sum, size) => sum + size, 0) : undefined;
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
