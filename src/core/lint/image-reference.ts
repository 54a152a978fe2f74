import type { Span } from '../shell/script';
import type { Word } from './words';

/** The image that FROM names: `registry/name:tag@digest`. */
export interface ImageReference extends Span {
  /** As written. */
  readonly text: string;
  /** The part before the first slash, when it has a dot in it. */
  readonly registry: string | undefined;
  /** Without registry, tag and digest. */
  readonly name: string;
  readonly tag: string | undefined;
  /** Where the tag stands, without its colon. */
  readonly tagSpan: Span | undefined;
  readonly digest: string | undefined;
}

export function readImageReference({ text, raw, start: wordStart, end }: Word): ImageReference {
  const start = raw === text ? wordStart : wordStart + 1;
  const slash = text.indexOf('/');
  const registry =
    slash > 0 && text.slice(0, slash).includes('.') ? text.slice(0, slash) : undefined;
  const from = registry === undefined ? 0 : slash + 1;
  // A sign inside ${…} ends nothing; blanked out, it cannot be found.
  const visible = text.replace(/\$\{[^}]*\}/g, (variable) => ' '.repeat(variable.length));
  const at = visible.indexOf('@', from);
  const beforeDigest = at === -1 ? text.length : at;
  const colon = visible.slice(0, beforeDigest).indexOf(':', from);
  const hasTag = colon !== -1;
  return {
    text,
    registry,
    name: text.slice(from, hasTag ? colon : beforeDigest),
    tag: hasTag ? text.slice(colon + 1, beforeDigest) : undefined,
    tagSpan: hasTag ? { start: start + colon + 1, end: start + beforeDigest } : undefined,
    digest: at === -1 ? undefined : text.slice(at + 1),
    start,
    end: raw === text ? end : end - 1,
  };
}
