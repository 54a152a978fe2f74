import { Language, Parser } from 'web-tree-sitter';
import { CommandReader, findFirstError } from './read-command';
import { readSteps } from './read-steps';
import type { Script, ShellParser, Span } from './script';
import { withoutCarriageReturns } from './source-text';

/** The two files the parser is made of. */
export type GrammarFile = 'web-tree-sitter.wasm' | 'tree-sitter-bash.wasm';

/**
 * Loads the shell parser: the bash grammar of tree-sitter, which reads what POSIX shells read too.
 * `read` gives the bytes of the two files, wherever they lie. Call it once; it takes some 20 ms.
 */
export async function loadShellParser(
  read: (name: GrammarFile) => Promise<Uint8Array>,
): Promise<ShellParser> {
  const [runtime, grammar] = await Promise.all([
    read('web-tree-sitter.wasm'),
    read('tree-sitter-bash.wasm'),
  ]);
  await Parser.init({ wasmBinary: runtime });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return { parse: (text) => parseScript(parser, text) };
}

function parseScript(parser: Parser, text: string): Script {
  const source = withoutCarriageReturns(text);
  const tree = parser.parse(source.text);
  if (tree === null) {
    const error = { start: 0, end: text.length };
    return { commands: [], steps: [], error, hasPipe: false };
  }
  try {
    const root = tree.rootNode;
    const reader = new CommandReader(root, source);
    return {
      commands: reader.commands,
      steps: readSteps(root, reader, source),
      error: root.hasError ? withoutBlanks(source.span(findFirstError(root)), text) : undefined,
      hasPipe: root.descendantsOfType('pipeline').length > 0,
    };
  } finally {
    // The tree lives in the memory of the WebAssembly module, which nobody else frees.
    tree.delete();
  }
}

/** The grammar counts the blanks before a wrong sign to it. */
function withoutBlanks({ start, end }: Span, text: string): Span {
  const blanks = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + blanks < end ? start + blanks : start, end };
}
