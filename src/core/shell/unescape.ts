/** What stands outside quotes, without its backslashes; a continued line is joined. */
export function unescapePlain(text: string): string {
  return text.replace(/\\(\n|[\s\S])/g, (_, escaped: string) => (escaped === '\n' ? '' : escaped));
}

/** The inside of double quotes: there a backslash escapes only a few signs. */
export function unescapeQuoted(text: string): string {
  return text.replace(/\\([\n$`"\\])/g, (_, escaped: string) => (escaped === '\n' ? '' : escaped));
}

/** The inside of `$'…'`, with its escapes of C. */
export function unescapeAnsi(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([0-7]{1,3})|([\s\S]))/g,
    (_, hex?: string, unicode?: string, octal?: string, letter?: string) => {
      const code = hex ?? unicode;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return ansiEscapes[letter ?? ''] ?? letter ?? '';
    },
  );
}

const ansiEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
