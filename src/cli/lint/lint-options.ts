import { LabError } from '../../core/lab-error';
import { levels } from '../../core/lint/config';
import { nearestName } from '../../core/text/nearest-name';
import { readArguments } from '../read-arguments';

/** What the command line asks for. */
export interface LintArguments {
  readonly files: readonly string[];
  readonly format: Format;
  readonly config: string | undefined;
  readonly failureThreshold: (typeof levels)[number] | undefined;
  readonly ignored: readonly string[];
  readonly fix: boolean;
  readonly colour: boolean;
  readonly help: boolean;
}

export type Format = (typeof formats)[number];

const formats = ['tty', 'json', 'sarif'] as const;

export const lintUsage = `container-labs lint [options] FILE…

Lints Dockerfiles; - is standard input.

  -f, --format FORMAT            tty (for people, the default), json or sarif
  -c, --config FILE              a file in the form of .hadolint.yaml, instead of the one found
  -t, --failure-threshold LEVEL  fail from error, warning, info (the default) or style on; none: from any
      --ignore CODE              leave a rule out; can be given again
      --fix                      repair what can be repaired safely, and report the rest
      --no-color                 no colours, also with NO_COLOR set
  -h, --help                     this text

Without --config, the first of these counts: .hadolint.yaml here, hadolint.yaml in the folder for
configuration, .hadolint/hadolint.yaml, .hadolint/config.yaml or .hadolint.yaml in your home folder.
Exit codes: 0 clean; 1 findings at the threshold or above; 2 usage, or a file that cannot be read.
`;

/** @throws LabError for what the command line cannot mean. */
export function readLintArguments(arguments_: readonly string[]): LintArguments {
  const { values, positionals } = parse(arguments_);
  if (positionals.length === 0 && !values.help) {
    throw new LabError('usage', 'lint takes at least one file; - is standard input.', { advice });
  }
  if (values.fix && positionals.includes('-')) {
    throw new LabError('usage', '--fix repairs files; standard input is none.', { advice });
  }
  const threshold = values['failure-threshold'];
  return {
    files: positionals,
    format: oneOf('--format', values.format, formats),
    config: values.config,
    failureThreshold:
      threshold === undefined ? undefined : oneOf('--failure-threshold', threshold, levels),
    ignored: values.ignore,
    fix: values.fix,
    colour: !values['no-color'],
    help: values.help,
  };
}

const advice = 'See: container-labs lint --help';

function parse(arguments_: readonly string[]) {
  return readArguments(
    {
      args: [...arguments_],
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f', default: 'tty' },
        config: { type: 'string', short: 'c' },
        'failure-threshold': { type: 'string', short: 't' },
        ignore: { type: 'string', multiple: true, default: [] },
        fix: { type: 'boolean', default: false },
        'no-color': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    advice,
  );
}

function oneOf<Word extends string>(option: string, word: string, words: readonly Word[]): Word {
  const found = words.find((each) => each === word);
  if (found !== undefined) return found;
  const nearest = nearestName(word, words);
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  throw new LabError('usage', `${option} takes ${words.join(', ')}, not "${word}".${hint}`, {
    advice,
  });
}
