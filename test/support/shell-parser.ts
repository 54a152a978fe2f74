import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShellParser } from '../../src/core/shell/script';
import { loadShellParser } from '../../src/core/shell/tree-sitter-shell';

const folders = {
  'web-tree-sitter.wasm': 'web-tree-sitter',
  'tree-sitter-bash.wasm': 'tree-sitter-bash',
} as const;

let parser: Promise<ShellParser> | undefined;

/** The real shell parser, read from the installed packages; loaded once for all tests. */
export function testShellParser(): Promise<ShellParser> {
  parser ??= loadShellParser((name) =>
    readFile(join(process.cwd(), 'node_modules', folders[name], name)),
  );
  return parser;
}
