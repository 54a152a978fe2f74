import { loadCourse } from '../core/lesson/load-course';
import { openLabFiles } from '../local/lab-files';
import { lazyShellParser } from '../local/shell-grammar';
import { problemLine } from './labs';
import { openEngine } from './open-engine';
import { defaultLabsFolder, distFolder } from './paths';
import { type Printer, processPrinter } from './printer';
import { chooseLessons, isWrong, proveLessons, verdictText } from './prove-lessons';
import { readArguments } from './read-arguments';
import { openVerification } from './verification';

const usage = `container-labs verify [options] [LESSON…]

Proves exercises on the real engine: after its set-up every check of an exercise must fail, after its
solution every check must pass. What this makes is removed again; a name that somebody else's
container or image has is left alone, and the exercise fails.

      --json         as JSON: lesson, exercise, before, after and reason of each exercise
      --labs FOLDER  another course than the one of this program
  -h, --help         this text

LESSON is an id such as introduction/hello-world; without one, all are proved.
Exit codes: 0 all is well; 1 an exercise is wrong, or a lesson file has a mistake; 2 usage, or there
is no engine.
`;

/**
 * `verify [LESSON…] [--json] [--labs FOLDER]`: proves exercises on the real engine. Resolves with 0
 * when none is wrong, 1 when one is or when a lesson file has a mistake.
 */
export async function verify(
  arguments_: readonly string[],
  { print, complain }: Printer = processPrinter,
): Promise<number> {
  const { values, positionals } = readArguments(
    {
      args: [...arguments_],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        labs: { type: 'string', default: defaultLabsFolder },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    'See: container-labs verify --help',
  );
  if (values.help) {
    print(usage);
    return 0;
  }
  const course = await loadCourse(openLabFiles(values.labs));
  const chosen = chooseLessons(course.chapters, positionals);
  const [engine, shell] = await Promise.all([openEngine(), lazyShellParser(distFolder)()]);
  const verification = await openVerification({ engine, shell, labsFolder: values.labs });
  const stop = () => verification.stop();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const verdicts = await proveLessons(chosen, verification, (verdict) => {
      if (!values.json) print(verdictText(verdict));
    });
    if (values.json) print(`${JSON.stringify(verdicts, null, 2)}\n`);
    complain(course.problems.map(problemLine).join(''));
    return course.problems.length > 0 || verdicts.some(isWrong) ? 1 : 0;
  } finally {
    await verification.close();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
