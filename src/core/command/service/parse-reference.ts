import { splitPair, wrongValue } from '../parse-values';
import { splitFields } from '../split-fields';
import type { Body } from '../swarm-request';

const readableByAll = 0o444;

/** `--secret` and `--config`: a name, or `source=a,target=b,uid=0,gid=0,mode=0400`. */
export function parseReference(kind: 'secret' | 'config', value: string): Body {
  const bad = (form: string) => wrongValue(kind, value, form);
  const isShort = !value.includes('=') && !value.includes(',');
  const fields = isShort
    ? { source: value }
    : Object.fromEntries(splitFields(value).map(splitPair));
  const known = ['source', 'src', 'target', 'uid', 'gid', 'mode'];
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) throw bad(`“${unknown}” is not known. Known: ${known.join(', ')}.`);
  const { source = fields.src, target, uid = '0', gid = '0', mode } = fields;
  if (source === undefined || source === '') throw bad('It needs source=NAME.');
  if (mode !== undefined && !/^[0-7]+$/.test(mode)) {
    throw bad('mode is written in octal digits, such as mode=0400.');
  }
  const name = kind === 'secret' ? 'SecretName' : 'ConfigName';
  return {
    File: {
      Name: target ?? source,
      UID: uid,
      GID: gid,
      Mode: mode === undefined ? readableByAll : Number.parseInt(mode, 8),
    },
    [name]: source,
  };
}
