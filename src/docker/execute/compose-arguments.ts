/** What stands before the subcommand of a Compose command line, and the subcommand. */
export interface ComposeArguments {
  readonly global: readonly string[];
  /** `up`, or `undefined` when there is none. */
  readonly subcommand: string | undefined;
  /** The subcommand and what follows it. */
  readonly rest: readonly string[];
  /** Values of `-f`. */
  readonly files: readonly string[];
  readonly projectDirectory: string | undefined;
}

const withValue = new Set([
  '-f',
  '--file',
  '-p',
  '--project-name',
  '--project-directory',
  '--profile',
  '--env-file',
  '--ansi',
  '--progress',
  '--parallel',
  '-H',
  '--host',
  '-c',
  '--context',
  '--log-level',
]);

/** Takes the arguments after `docker compose` apart. */
export function splitCompose(words: readonly string[]): ComposeArguments {
  const files: string[] = [];
  let projectDirectory: string | undefined;
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) break;
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const takesNext = equals < 0 && withValue.has(name);
    const value = equals < 0 ? (words[at + 1] ?? '') : word.slice(equals + 1);
    if (name === '-f' || name === '--file') files.push(value);
    if (name === '--project-directory') projectDirectory = value;
    at += takesNext ? 2 : 1;
  }
  const end = Math.min(at, words.length);
  return {
    global: words.slice(0, end),
    subcommand: words[end],
    rest: words.slice(end),
    files,
    projectDirectory,
  };
}
