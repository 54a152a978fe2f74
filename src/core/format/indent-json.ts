/**
 * JSON, spread over lines as the docker client does it: four spaces a level. The text of every
 * value stays as the engine wrote it, so that no number and no escape changes.
 */
export function indentJson(json: string, depth = 0): string {
  let level = depth;
  let out = '';
  const newLine = (): string => `\n${'    '.repeat(level)}`;
  for (const [token] of json.matchAll(/"(?:\\.|[^"\\])*"|[[\]{},:]|[^\s[\]{},:"]+/g)) {
    if (token === '{' || token === '[') {
      level += 1;
      out += token + newLine();
    } else if (token === '}' || token === ']') {
      level -= 1;
      // An empty list or object stays on its line.
      out = /[{[]\s*$/.test(out) ? out.trimEnd() + token : out + newLine() + token;
    } else if (token === ',') {
      out += `,${newLine()}`;
    } else {
      out += token === ':' ? ': ' : token;
    }
  }
  return out;
}
