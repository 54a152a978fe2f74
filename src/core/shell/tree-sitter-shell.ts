import { Language, type Node, Parser } from 'web-tree-sitter';
import { readWord } from './read-word';
import type { Script, ScriptStep, ShellCommand, ShellParser, ShellWord } from './script';

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
  const tree = parser.parse(text);
  if (tree === null) return { commands: [], steps: [], error: undefined, hasPipe: false };
  try {
    const root = tree.rootNode;
    return {
      commands: root
        .descendantsOfType('command')
        .flatMap((node) => node ?? [])
        .map(readCommand),
      steps: readSteps(root),
      error: root.hasError ? findError(root) : undefined,
      hasPipe: root.descendantsOfType('pipeline').length > 0,
    };
  } finally {
    // The tree lives in the memory of the WebAssembly module, which nobody else frees.
    tree.delete();
  }
}

const wordTypes = new Set([
  'word',
  'number',
  'string',
  'raw_string',
  'ansi_c_string',
  'translated_string',
  'concatenation',
  'simple_expansion',
  'expansion',
  'command_substitution',
  'process_substitution',
  'arithmetic_expansion',
  'brace_expression',
  'extglob_pattern',
  'regex',
]);

function readCommand(node: Node): ShellCommand {
  const words: ShellWord[] = [];
  for (const child of childrenOf(node)) {
    const word = child.type === 'command_name' ? childrenOf(child)[0] : child;
    // What the grammar cannot name, such as a lone "=", is a word to the shell all the same.
    if (word !== undefined && (wordTypes.has(word.type) || isOddWord(word))) {
      words.push(readWord(word, readCommand));
    }
  }
  return { words, start: node.startIndex, end: node.endIndex };
}

function isOddWord(node: Node): boolean {
  return !node.isNamed && ['=', '==', '$', '=~'].includes(node.type);
}

/** The children of a node, in order. */
export function childrenOf(node: Node): readonly Node[] {
  return node.children.flatMap((child) => child ?? []);
}

function readSteps(root: Node): readonly ScriptStep[] {
  const steps: ScriptStep[] = [];
  let joinedBy: ScriptStep['joinedBy'] = 'start';
  const visit = (node: Node) => {
    if (node.type === 'comment' || node.type === 'heredoc_body') return;
    if (node.type === 'list') {
      for (const child of childrenOf(node)) visit(child);
    } else if (node.type === '&&' || node.type === '||') {
      joinedBy = node.type;
    } else if (node.type === '&') {
      const last = steps.pop();
      if (last) steps.push({ ...last, command: undefined, needsShell: 'a background job' });
    } else if (node.isNamed || node.isError) {
      steps.push({ ...readStep(node), joinedBy });
      joinedBy = ';';
    }
  };
  for (const child of childrenOf(root)) visit(child);
  return steps;
}

/** Why a statement takes a real shell. */
const reasons: Readonly<Record<string, string>> = {
  pipeline: 'a pipe',
  redirected_statement: 'a redirection',
  variable_assignment: 'an assignment',
  variable_assignments: 'an assignment',
  declaration_command: 'a declaration',
  unset_command: 'a declaration',
  subshell: 'a subshell',
  compound_statement: 'a group of commands',
  negated_command: 'a negation',
  test_command: 'a test',
  if_statement: 'a condition',
  case_statement: 'a condition',
  for_statement: 'a loop',
  c_style_for_statement: 'a loop',
  while_statement: 'a loop',
  function_definition: 'a function',
  ERROR: 'a syntax that could not be read',
};

function readStep(node: Node): Omit<ScriptStep, 'joinedBy'> {
  const span = { start: node.startIndex, end: node.endIndex };
  if (node.type !== 'command') {
    return { ...span, command: undefined, needsShell: reasons[node.type] ?? 'shell syntax' };
  }
  const children = childrenOf(node);
  if (node.hasError) return { ...span, command: undefined, needsShell: reasons.ERROR };
  if (children.some((child) => child.type === 'variable_assignment')) {
    return { ...span, command: undefined, needsShell: 'an assignment' };
  }
  if (children.some((child) => child.type.endsWith('_redirect'))) {
    return { ...span, command: undefined, needsShell: 'a redirection' };
  }
  return { ...span, command: readCommand(node), needsShell: undefined };
}

function findError(node: Node): Script['error'] {
  if (node.isError || node.isMissing) return { start: node.startIndex, end: node.endIndex };
  for (const child of childrenOf(node)) {
    const found = child.hasError || child.isMissing ? findError(child) : undefined;
    if (found !== undefined) return found;
  }
  return { start: node.startIndex, end: node.endIndex };
}
