import type { Body } from '../swarm-request';

/** The second body laid over the first: objects field by field, everything else as a whole. */
export function mergeBodies(below: Body, above: Body): Body {
  const merged = Object.entries(above).map(([name, value]) => {
    const old = below[name];
    return [name, isBody(old) && isBody(value) ? mergeBodies(old, value) : value] as const;
  });
  return { ...below, ...Object.fromEntries(merged) };
}

/** A body with one value, at the end of a path of fields. */
export function bodyAt(path: readonly string[], value: unknown): Body {
  const [name = '', ...rest] = path;
  return { [name]: rest.length === 0 ? value : bodyAt(rest, value) };
}

/** What stands at the end of a path of fields. */
export function valueAt(body: Body, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isBody(value) ? value[name] : undefined), body);
}

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
