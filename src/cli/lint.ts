import { reaches, toLevel } from '../core/lint/config';
import { rules } from '../core/lint/rules/index';
import { lazyShellParser } from '../local/shell-grammar';
import { findConfig } from './lint/find-config';
import { formatJson } from './lint/format-json';
import { formatSarif } from './lint/format-sarif';
import { formatTty } from './lint/format-tty';
import { lintFiles } from './lint/lint-files';
import { type Format, lintUsage, readLintArguments } from './lint/lint-options';
import type { LintedFile } from './lint/lint-report';
import { type LintSurroundings, processSurroundings } from './lint/surroundings';
import { distFolder } from './paths';
import { version } from './version';

/** `lint [options] FILE…`: 0 clean, 1 findings at the threshold or above, 2 a file was unreadable. */
export async function lint(arguments_: readonly string[]): Promise<number> {
  // What cannot be meant is refused before anything is loaded.
  readLintArguments(arguments_);
  const shell = await lazyShellParser(distFolder)();
  return lintWith(arguments_, processSurroundings(shell));
}

/** The same in given surroundings. */
export async function lintWith(
  arguments_: readonly string[],
  surroundings: LintSurroundings,
): Promise<number> {
  const { files, format, config: named, fix, ...asked } = readLintArguments(arguments_);
  if (asked.help) {
    surroundings.print(lintUsage);
    return 0;
  }
  const found = await findConfig(named, surroundings);
  const config = { ...found, ignored: new Set([...found.ignored, ...asked.ignored]) };
  const { linted, troubles } = await lintFiles(files, { config, fix }, surroundings);
  const { isTerminal, environment } = surroundings;
  const inColour = asked.colour && isTerminal && !environment.NO_COLOR;
  surroundings.print(report(linted, format, inColour));
  for (const trouble of troubles) surroundings.complain(`container-labs: ${trouble}\n`);
  if (troubles.length > 0) return 2;
  const threshold =
    asked.failureThreshold === undefined ? found.failureThreshold : toLevel(asked.failureThreshold);
  const fails = linted
    .flatMap(({ findings }) => findings)
    .some(({ severity }) => reaches(severity, threshold));
  return fails && !found.neverFails ? 1 : 0;
}

function report(linted: readonly LintedFile[], format: Format, inColour: boolean): string {
  switch (format) {
    case 'json':
      return formatJson(linted);
    case 'sarif':
      return formatSarif(linted, rules, version);
    case 'tty':
      return formatTty(linted, inColour);
  }
}
