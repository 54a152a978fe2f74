/** Bytes as the docker client prints them: thousands, three digits: `7.83MB`, `0B`. */
export function formatSize(bytes: number, digits = 3): string {
  return scale(bytes, 1000, ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'], digits);
}

/** Bytes in powers of 1024: `62.81MiB`. */
export function formatBinarySize(bytes: number, digits = 4): string {
  return scale(bytes, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'], digits);
}

function scale(bytes: number, base: number, units: readonly string[], digits: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= base && unit < units.length - 1) {
    value /= base;
    unit += 1;
  }
  return `${significant(value, digits)}${units[unit]}`;
}

/** Go's `%.Ng`: so many digits, without zeros at the end. */
function significant(value: number, digits: number): string {
  const text = value.toPrecision(digits);
  return text.includes('e')
    ? text.replace(/\.?0*e/, 'e').replace(/e\+(\d)$/, 'e+0$1')
    : String(Number(text));
}
