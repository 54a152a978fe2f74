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

/** JSON as the docker client's `json` prints it. */
export function goJson(value: unknown): string {
  return escapeCharacters(JSON.stringify(value ?? null), /[\u2028\u2029]/g);
}

/** JSON as Go writes it by itself, which is safe inside HTML. */
export function goSafeJson(value: unknown): string {
  return escapeCharacters(JSON.stringify(value ?? null), /[<>&\u2028\u2029]/g);
}

function escapeCharacters(json: string, characters: RegExp): string {
  return json.replace(characters, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Whether Go takes it for true: not empty, not zero. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
