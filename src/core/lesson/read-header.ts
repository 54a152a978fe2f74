import type * as z from 'zod/mini';
import { readYaml } from '../validation/read-yaml';
import type { ContainerTokens } from './containers';
import { type Source, sliceLines } from './source';

/** The YAML lines below an opening `:::` line, up to the first empty one, and the tokens after. */
export function readHeader<Value>(
  group: ContainerTokens,
  source: Source,
  schema: z.ZodMiniType<Value>,
): { readonly value: Value | undefined; readonly body: ContainerTokens['tokens'] } {
  const from = group.line + 1;
  let end = from;
  while (end < group.end && source.lines[end]?.trim() !== '') end++;
  const text = sliceLines(source, from, end);
  // What a head without a line lacks is told at the block's own line: there may be none after it.
  const { value, problems } = readYaml(text || '{}', text === '' ? from : from + 1, schema);
  for (const { line, message } of problems) source.problem(line - 1, message);
  return { value, body: bodyFrom(group.tokens, end) };
}

/** The tokens that begin at or after a line; blocks before it are dropped whole. */
function bodyFrom(tokens: ContainerTokens['tokens'], line: number): ContainerTokens['tokens'] {
  const index = tokens.findIndex(
    (token) =>
      token.level === (tokens[0]?.level ?? 0) && token.map !== null && token.map[0] >= line,
  );
  return index === -1 ? [] : tokens.slice(index);
}
