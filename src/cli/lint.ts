import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { defaultConfig, reaches } from '../core/lint/config';
import { lintDockerfile } from '../core/lint/lint';
import { lazyShellParser } from '../local/shell-grammar';
import { distFolder } from './paths';

/** `lint FILE…`. */
export async function lint(arguments_: readonly string[]): Promise<number> {
  const shell = await lazyShellParser(distFolder)();
  const files = arguments_.filter((argument) => !argument.startsWith('--') && argument !== 'json');
  const rows = [];
  for (const file of files) {
    const text = file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8');
    for (const { code, severity, message, range } of lintDockerfile(text, { shell })) {
      rows.push({
        file,
        line: range.start.line + 1,
        column: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        code,
        level: severity,
        message,
      });
    }
  }
  process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  return rows.some(({ level }) => reaches(level, defaultConfig.failureThreshold)) ? 1 : 0;
}
