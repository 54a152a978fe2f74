import { addAptOption, aptInstalls } from '../apt';
import { type Command, hasArgument, hasFlag } from '../command';
import type { Rule } from '../rule';

export const answerAptGet: Rule = {
  code: 'DL3014',
  name: 'answer-apt-get',
  severity: 'warning',
  summary: 'Let apt-get install with `-y`.',
  why: '`apt-get` asks before it installs, and a build has nobody to answer. It gives up, and the build fails.',
  example: {
    bad: 'FROM debian:12-slim\nRUN apt-get install --no-install-recommends curl=7.88.*',
    good: 'FROM debian:12-slim\nRUN apt-get install -y --no-install-recommends curl=7.88.*',
  },
  alsoInOnbuild: true,
  *check(file) {
    for (const install of aptInstalls(file)) {
      if (saysYes(install)) continue;
      yield {
        range: file.range(install),
        message: 'apt-get asks a question here that nobody answers in a build; add -y.',
        fixes: addAptOption(file, install, '-y'),
      };
    }
  },
};

/** Being very quiet means yes too. */
function saysYes(install: Command): boolean {
  const flags = install.arguments.flatMap((argument) => argument.flags);
  return (
    hasFlag(install, 'y', 'yes', 'assume-yes') ||
    hasArgument(install, '-q=2') ||
    flags.filter((flag) => flag === 'q').length === 2 ||
    flags.filter((flag) => flag === 'quiet').length === 2
  );
}
