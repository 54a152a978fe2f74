import type { Options } from '../parse-options';
import { splitPair, wrongValue } from '../parse-values';
import type { Filters } from '../request';

/** All `--filter name=value`, by name. */
export function filtersOf(options: Options): Filters {
  const filters: Record<string, string[]> = {};
  for (const condition of options.all('filter')) {
    if (!condition.includes('=')) {
      throw wrongValue('filter', condition, 'Write it as NAME=VALUE, such as name=web.');
    }
    const [name, value] = splitPair(condition);
    filters[name] = [...(filters[name] ?? []), value];
  }
  return filters;
}
