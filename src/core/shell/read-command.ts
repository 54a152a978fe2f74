import type { Node } from 'web-tree-sitter';
import { joinWords, readWord } from './read-word';
import type { ShellCommand, ShellWord, WordPart } from './script';
import type { SourceText } from './source-text';

/**
 * Reads the simple commands of a tree, each once, however deep substitutions nest them: the inner
 * ones first, so that an outer one finds them read.
 */
export class CommandReader {
  readonly #source: SourceText;
  readonly #read = new Map<number, ShellCommand>();
  /** All of them, in the order of the text. */
  readonly commands: readonly ShellCommand[];

  constructor(root: Node, source: SourceText) {
    this.#source = source;
    const nodes = commandNodes(root);
    for (const node of nodes.toReversed()) this.command(node);
    this.commands = nodes.map((node) => this.command(node));
  }

  command(node: Node): ShellCommand {
    const known = this.#read.get(node.id);
    if (known !== undefined) return known;
    const command = this.#readCommand(node);
    this.#read.set(node.id, command);
    return command;
  }

  #readCommand(node: Node): ShellCommand {
    const words: ShellWord[] = [];
    for (const child of childrenOf(node)) {
      const name = child.type === 'command_name' ? childrenOf(child)[0] : child;
      if (name === undefined || !isWord(name)) continue;
      const word = readWord(name, this.#source, (inner) => this.#substitution(inner));
      const last = words.at(-1);
      if (last !== undefined && this.#isContinued(last, word)) {
        const raw = this.#source.original({ start: last.start, end: word.end });
        words[words.length - 1] = joinWords(last, word, raw);
      } else words.push(word);
    }
    return { words, ...this.#source.span(node) };
  }

  /** The grammar takes $"text" and a continued line apart; no blank between them means one word. */
  #isContinued(first: ShellWord, second: ShellWord): boolean {
    const between = this.#source.original({ start: first.end, end: second.start });
    return /^(?:\\\r?\n)*$/.test(between);
  }

  #substitution(node: Node): WordPart {
    return {
      kind: 'substitution',
      commands: commandNodes(node).map((inner) => this.command(inner)),
      raw: this.#source.original(this.#source.span(node)),
    };
  }
}

/** The children of a node, in order. */
export function childrenOf(node: Node): readonly Node[] {
  return node.children.flatMap((child) => child ?? []);
}

/** The first node the grammar could not read. */
export function findFirstError(root: Node): Node {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.isError || node.isMissing) return node;
    const broken = childrenOf(node).filter((child) => child.hasError || child.isMissing);
    waiting.push(...broken.toReversed());
  }
  return root;
}

function commandNodes(node: Node): readonly Node[] {
  return node.descendantsOfType('command').flatMap((each) => each ?? []);
}

/** Everything in a command but assignments and redirections; odd signs such as `==` are words too. */
function isWord(node: Node): boolean {
  if (!node.isNamed) return !['(', ')'].includes(node.type);
  return !node.type.endsWith('_redirect') && !notWords.has(node.type);
}

const notWords = new Set(['variable_assignment', 'comment', 'subshell', 'ERROR', 'heredoc_body']);
