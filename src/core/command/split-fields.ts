/** Comma-separated fields; one in double quotes may hold commas, as in a CSV line. */
export function splitFields(value: string): readonly string[] {
  const fields = value.match(/(?:"(?:[^"]|"")*"|[^,"])+/g) ?? [];
  return fields.map((field) => field.replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"'));
}
