/** One field of a protocol buffers message: its number, and a whole number or the bytes below it. */
export interface Field {
  readonly number: number;
  readonly value: number | Uint8Array;
}

/**
 * The fields of a message in the order in which they are written. What is cut off in the middle ends
 * the list: a report about progress is not worth a failure.
 */
export function* readMessage(bytes: Uint8Array): Generator<Field> {
  const reader = { bytes, at: 0 };
  while (reader.at < bytes.length) {
    const tag = readVarint(reader);
    const value = readValue(tag % 8, reader);
    if (value === undefined) return;
    yield { number: Math.floor(tag / 8), value };
  }
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function readValue(wireType: number, reader: Reader): Field['value'] | undefined {
  if (wireType === 0) return readVarint(reader);
  const length = lengthOf(wireType, reader);
  if (length === undefined || reader.at + length > reader.bytes.length) return undefined;
  const value = reader.bytes.subarray(reader.at, reader.at + length);
  reader.at += length;
  return value;
}

function lengthOf(wireType: number, reader: Reader): number | undefined {
  if (wireType === 2) return readVarint(reader);
  return { 1: 8, 5: 4 }[wireType];
}

/** Seven bits a byte, the lowest first. Beyond 2^53 the lowest bits are lost, which no size reaches. */
function readVarint(reader: Reader): number {
  let result = 0;
  for (let shift = 1; reader.at < reader.bytes.length; shift *= 128) {
    const byte = reader.bytes[reader.at] ?? 0;
    reader.at += 1;
    result += (byte % 128) * shift;
    if (byte < 128) break;
  }
  return result;
}

/** The text of a field. */
export function textOf({ value }: Field): string {
  return typeof value === 'number' ? '' : Buffer.from(value).toString('utf8');
}

/** The bytes of a field. */
export function bytesOf({ value }: Field): Uint8Array {
  return typeof value === 'number' ? new Uint8Array() : value;
}

/** The whole number of a field. */
export function numberOf({ value }: Field): number {
  return typeof value === 'number' ? value : 0;
}
