/** The fields of a message to write; what is `0`, empty or `undefined` is left out, as the format has it. */
export type Fields = readonly (readonly [
  field: number,
  value: number | bigint | string | Uint8Array | undefined,
])[];

/** A protocol buffers message. Numbers are whole and not negative. */
export function writeMessage(fields: Fields): Buffer {
  return Buffer.concat(fields.flatMap(([field, value]) => writeField(field, value)));
}

function writeField(field: number, value: Fields[number][1]): Buffer[] {
  if (value === undefined) return [];
  if (typeof value === 'number' || typeof value === 'bigint') {
    return BigInt(value) === 0n ? [] : [writeVarint(field * 8), writeVarint(value)];
  }
  const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.from(value);
  if (typeof value === 'string' && value === '') return [];
  return [writeVarint(field * 8 + 2), writeVarint(bytes.length), bytes];
}

function writeVarint(value: number | bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt(value);
  while (rest > 127n) {
    bytes.push(Number(rest % 128n) + 128);
    rest /= 128n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}
