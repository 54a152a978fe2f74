import type { Options } from '../parse-options';
import type { ApiNeed } from '../request';

/** The flags that are given and that old engines do not know, with the version that brought them. */
export function apiNeeds(
  options: Options,
  versions: Readonly<Record<string, string>>,
): readonly ApiNeed[] {
  return Object.entries(versions)
    .filter(([flag]) => options.last(flag) !== undefined)
    .map(([flag, version]) => ({ flag, version }));
}
