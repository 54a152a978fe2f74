import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShellParser } from '../core/shell/script';

/**
 * The shell parser, its grammar read from the folder of the built files (`dist`). Loads on the first
 * call, and once, unless that failed.
 */
export function lazyShellParser(folder: string): () => Promise<ShellParser> {
  let parser: Promise<ShellParser> | undefined;
  return () => {
    parser ??= import('../core/shell/tree-sitter-shell.js')
      .then(({ loadShellParser }) => loadShellParser((name) => readFile(join(folder, name))))
      .catch((error: unknown) => {
        parser = undefined;
        throw error;
      });
    return parser;
  };
}
