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

/**
 * Ours and the docker client's, with the ratio of the medians.
 * @param {import('./commands.mjs').Compared} compared
 * @param {string} unit
 * @param {number} aim The ratio that is aimed at.
 */
export function printComparison({ name, ours, client }, unit, aim) {
  const ratio = median(ours) / median(client);
  const raw = (/** @type {readonly number[]} */ figures) =>
    figures.map((figure) => figure.toFixed(0)).join(' ');
  console.log(
    `${name}: ratio ${ratio.toFixed(2)} (aim: at most ${aim.toFixed(2)})\n` +
      `  ours          ${median(ours).toFixed(1)} ${unit}   raw: ${raw(ours)}\n` +
      `  docker client ${median(client).toFixed(1)} ${unit}   raw: ${raw(client)}`,
  );
}
