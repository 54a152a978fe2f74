/** Cells below headings, in columns three spaces apart, as the docker client prints tables. */
export function formatTable(
  rows: readonly (readonly string[])[],
  narrowest = usualNarrowest,
): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, characters(cell));
    });
  }
  return rows.map((row) => `${formatRow(row, widths, narrowest)}\n`).join('');
}

const gap = 3;
/** No column is narrower, whatever it holds. */
const usualNarrowest = 10;

function formatRow(row: readonly string[], widths: readonly number[], narrowest: number): string {
  return row
    .map((cell, column) => {
      if (column === row.length - 1) return cell;
      const width = Math.max((widths[column] ?? 0) + gap, narrowest);
      return cell + ' '.repeat(width - characters(cell));
    })
    .join('');
}

function characters(text: string): number {
  return [...text].length;
}
