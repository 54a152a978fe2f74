import type { Span } from '../shell/script';
import { type Word, withoutQuotes } from './words';

/** A flag of an instruction: `--name=value`. */
export interface Flag extends Span {
  readonly name: string;
  /** Without quotes; `undefined` when there is no `=`. */
  readonly value: string | undefined;
}

/** The flags that words begin with. */
export function readFlags(words: readonly Word[]): readonly Flag[] {
  const flags: Flag[] = [];
  for (const { raw, start, end } of words) {
    const [, name, value] = /^--([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(raw) ?? [];
    if (name === undefined) break;
    flags.push({ name, value: value === undefined ? undefined : withoutQuotes(value), start, end });
  }
  return flags;
}
