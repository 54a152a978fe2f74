/** A value of JSON as Go prints it: `<no value>`, `map[a:1 b:2]`, `[x y]`. */
export function goText(value: unknown): string {
  if (value === undefined || value === null) return '<no value>';
  if (Array.isArray(value)) return `[${value.map(goInner).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  const pairs = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${key}:${goInner(item)}`);
  return `map[${pairs.join(' ')}]`;
}

function goInner(value: unknown): string {
  return value === null || value === undefined ? '<nil>' : goText(value);
}

/** Go's JSON: `<`, `>` and `&` are escaped. */
export function goJson(value: unknown, indent?: string): string {
  const json = JSON.stringify(value ?? null, undefined, indent);
  return json.replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Whether Go takes it for true: not empty, not zero. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
