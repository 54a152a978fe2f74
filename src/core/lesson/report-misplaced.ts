import type { Token } from 'markdown-it';
import type { Source } from './source';

/** Blocks with a meaning of their own that stand where they would only be shown as text. */
export function reportMisplaced(tokens: readonly Token[], source: Source): void {
  for (const { type, info, map } of tokens) {
    const words = info.trim().split(/\s+/);
    const isSpecial = (type === 'fence' && words.length > 1) || /^container_.*_open$/.test(type);
    if (!isSpecial) continue;
    source.problem(
      map?.[0] ?? 0,
      `"${words.join(' ')}" cannot stand inside a list, a quote or a hint: put it on its own.`,
    );
  }
}
