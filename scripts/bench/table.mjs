/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/**
 * One row of the benchmark: a name, its figures in milliseconds, and what it aims at in words.
 * @typedef {{ name: string, figures: readonly number[], aim?: string }} Row
 */

/** @param {readonly Row[]} rows */
export function printRows(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, figures, aim } of rows) {
    const raw = figures.map((figure) => figure.toFixed(0)).join(' ');
    const middle = `${median(figures).toFixed(1)} ms`.padStart(10);
    console.log(
      `${name.padEnd(width)} ${middle}   ${aim ?? ''}\n${' '.repeat(width)}   raw: ${raw}`,
    );
  }
}
