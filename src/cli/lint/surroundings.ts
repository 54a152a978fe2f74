import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import type { ShellParser } from '../../core/shell/script';

/** What linting on a command line needs of the machine. */
export interface LintSurroundings {
  readonly shell: ShellParser;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads standard output on a terminal. */
  readonly isTerminal: boolean;
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  readInput(): Promise<Uint8Array>;
  print(text: string): void;
  complain(text: string): void;
}

export function processSurroundings(shell: ShellParser): LintSurroundings {
  return {
    shell,
    home: homedir(),
    environment: process.env,
    isTerminal: process.stdout.isTTY,
    readFile: (path) => readFile(path),
    writeFile: (path, bytes) => writeFile(path, bytes),
    readInput: () => buffer(process.stdin),
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  };
}
