import { parse, stringify } from 'yaml';

type Mapping = Readonly<Record<string, unknown>>;

/**
 * A Compose file to lay over others, which puts labels on every service, network and volume that
 * they make. `undefined` when there is nothing to label, or when the text is no Compose file: then
 * Compose itself says what is wrong with it.
 */
export function labelOverride(
  files: readonly string[],
  labels: Readonly<Record<string, string>>,
): string | undefined {
  const documents = files.map(parseOrNothing).filter(isMapping);
  const services = namesOf(documents, 'services');
  if (services.length === 0) return undefined;
  const labelled = (names: readonly string[]): Mapping =>
    Object.fromEntries(names.map((name) => [name, { labels }]));
  // The old Compose refuses to join files of different versions.
  const version = documents.find((document) => document.version !== undefined)?.version;
  return stringify({
    ...(version === undefined ? {} : { version }),
    services: Object.fromEntries(
      services.map((name) => [
        name,
        { labels, ...(isBuilt(documents, name) ? { build: { labels } } : {}) },
      ]),
    ),
    networks: labelled([...new Set(['default', ...namesOf(documents, 'networks')])]),
    volumes: labelled(namesOf(documents, 'volumes')),
  });
}

function parseOrNothing(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names below a key in any of the files; what is external is made by someone else. */
function namesOf(documents: readonly Mapping[], key: string): readonly string[] {
  const names = documents.flatMap((document) => {
    const section = document[key];
    if (!isMapping(section)) return [];
    return Object.keys(section).filter((name) => {
      const item = section[name];
      return !(isMapping(item) && item.external);
    });
  });
  return [...new Set(names)];
}

function isBuilt(documents: readonly Mapping[], service: string): boolean {
  return documents.some(({ services }) => {
    const item = isMapping(services) ? services[service] : undefined;
    return isMapping(item) && item.build !== undefined;
  });
}
