import type { Options } from '../parse-options';
import { splitPair } from '../parse-values';
import type { Filters } from '../request';

/** All `--filter name=value`, by name. */
export function filtersOf(options: Options): Filters {
  const filters: Record<string, string[]> = {};
  for (const [name, value] of options.all('filter').map(splitPair)) {
    filters[name] = [...(filters[name] ?? []), value];
  }
  return filters;
}
