import { LabError } from '../../core/lab-error';
import { fixDockerfile } from '../../core/lint/apply-fixes';
import type { LintConfig } from '../../core/lint/config';
import { lintDockerfile } from '../../core/lint/lint';
import type { LintedFile } from './lint-report';
import type { LintSurroundings } from './surroundings';

/** What was found, and which files could not be read or written, in words. */
export interface LintedFiles {
  readonly linted: readonly LintedFile[];
  readonly troubles: readonly string[];
}

/** Lints one file after the other, repaired first when asked; one that fails does not stop the rest. */
export async function lintFiles(
  files: readonly string[],
  options: { readonly config: LintConfig; readonly fix: boolean },
  surroundings: LintSurroundings,
): Promise<LintedFiles> {
  const { shell } = surroundings;
  const linted: LintedFile[] = [];
  const troubles: string[] = [];
  for (const file of files) {
    try {
      const bytes = await (file === '-' ? surroundings.readInput() : surroundings.readFile(file));
      let text = new TextDecoder().decode(bytes);
      if (options.fix) {
        const fixed = fixDockerfile(text, { shell, config: options.config });
        if (fixed !== text) await surroundings.writeFile(file, encode(fixed, bytes));
        text = fixed;
      }
      linted.push({ file, findings: lintDockerfile(text, { shell, config: options.config }) });
    } catch (error) {
      troubles.push(`${file}: ${reasonOf(error)}`);
    }
  }
  return { linted, troubles };
}

/** With the mark at the start that the file had; a file in another encoding would be destroyed. */
function encode(text: string, before: Uint8Array): Uint8Array {
  const hasMark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(before);
  } catch (error) {
    throw new LabError('file', 'it is not in UTF-8, so it was not repaired.', { cause: error });
  }
  return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'this is a folder, not a file.',
  EACCES: 'reading or writing it is not allowed.',
  EPERM: 'reading or writing it is not allowed.',
  EROFS: 'it cannot be written, the disk is read-only.',
};

/** Why a file failed; what is no trouble with a file is a defect, and is thrown on. */
function reasonOf(error: unknown): string {
  if (error instanceof LabError) return error.message;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return reasons[error.code] ?? `it cannot be read (${error.code}).`;
  }
  throw error;
}
