import { splitPair, wrongValue } from '../parse-values';
import type { Surroundings } from '../plan';
import type { BuildSecret } from '../request';

/** `id=NAME,src=FILE` or `id=NAME,env=VARIABLE` of `--secret`. */
export function parseSecret(value: string, { variables }: Surroundings): BuildSecret {
  const fields = new Map(value.split(',').map(splitPair));
  const id = fields.get('id') ?? '';
  const type = fields.get('type') ?? '';
  const unknown = [...fields.keys()].filter((key) => !knownKeys.includes(key));
  if (id === '' || unknown.length > 0 || !['', 'file', 'env'].includes(type)) {
    throw wrongValue('secret', value, 'Write it as id=NAME,src=FILE or id=NAME,env=VARIABLE.');
  }
  const source = fields.get('src') ?? fields.get('source');
  const variable = fields.get('env') ?? (type === 'env' ? (source ?? id) : undefined);
  if (variable !== undefined) return { id, value: variables[variable] ?? '' };
  if (source !== undefined) return { id, file: source };
  // A name alone is that of a variable, or else of a file.
  const own = Object.hasOwn(variables, id) ? variables[id] : undefined;
  return own === undefined || type === 'file' ? { id, file: id } : { id, value: own };
}

const knownKeys = ['id', 'type', 'src', 'source', 'env'];
