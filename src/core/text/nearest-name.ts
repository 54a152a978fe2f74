import { closest, distance } from 'fastest-levenshtein';

/** The known name that a mistyped one most likely means; `undefined` when none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const swapped = known.find((each) => isSwapped(name, each));
  if (swapped !== undefined || known.length === 0) return swapped;
  const nearest = closest(name, known);
  return distance(name, nearest) <= Math.max(1, Math.floor(name.length / 3)) ? nearest : undefined;
}

/** Two neighbouring letters in the wrong order are one slip, not two: `rnu`. */
function isSwapped(name: string, known: string): boolean {
  if (name.length !== known.length || name === known) return false;
  const at = [...name].findIndex((letter, index) => letter !== known[index]);
  const swapped = `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at]}${name.slice(at + 2)}`;
  return swapped === known;
}
