/** The words of a command in one value, `sh -c "echo hi"`; quotes hold words together. */
export function splitCommand(text: string): readonly string[] {
  const words = text.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/gs) ?? [];
  return words.map((word) =>
    word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs, (_, double, single, escaped) => {
      return escaped ?? single ?? double.replace(/\\(["\\$`])/g, '$1');
    }),
  );
}
