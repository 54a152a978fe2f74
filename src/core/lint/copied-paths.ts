import type { Span } from '../shell/script';
import type { Instruction } from './instruction';
import { withoutQuotes } from './words';

/** A path that COPY or ADD names. */
export interface CopiedPath extends Span {
  readonly text: string;
}

/** What COPY or ADD copies, and where to; `undefined` when a path is missing. */
export function copiedPaths({
  exec,
  operands,
}: Instruction):
  | { readonly sources: readonly CopiedPath[]; readonly target: CopiedPath }
  | undefined {
  const paths = exec ?? operands.map((word) => ({ ...word, text: withoutQuotes(word.raw) }));
  const target = paths.at(-1);
  if (target === undefined || paths.length < 2) return undefined;
  return { sources: paths.slice(0, -1), target };
}

/** Whether ADD would unpack it. */
export function isArchive(path: string): boolean {
  return /\.(?:tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz|tbz2|tgz|tlz|tpz|txz|xz)$/.test(path);
}

/** Whether a path begins at the root, on Linux or Windows, or with a variable that may hold such one. */
export function mayBeAbsolute(path: string): boolean {
  return /^(?:[/$]|[A-Za-z]:)/.test(path);
}
