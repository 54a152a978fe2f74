import { addAptOption, aptInstalls } from '../apt';
import { hasArgument, hasFlag } from '../command';
import type { Rule } from '../rule';

export const skipRecommendedPackages: Rule = {
  code: 'DL3015',
  name: 'skip-recommended-packages',
  severity: 'info',
  summary: 'Install with `--no-install-recommends`.',
  why: '`apt-get` also installs what packages only recommend. That often doubles an image, and each program in it is one more to keep safe.',
  example: {
    bad: 'FROM debian:12-slim\nRUN apt-get install -y curl=7.88.*',
    good: 'FROM debian:12-slim\nRUN apt-get install -y --no-install-recommends curl=7.88.*',
  },
  alsoInOnbuild: true,
  *check(file) {
    for (const install of aptInstalls(file)) {
      const isPlain =
        hasFlag(install, 'no-install-recommends') ||
        hasArgument(install, 'APT::Install-Recommends=false');
      if (isPlain) continue;
      yield {
        range: file.range(install),
        message: 'This also installs what is only recommended; add --no-install-recommends.',
        fixes: addAptOption(file, install, '--no-install-recommends'),
      };
    }
  },
};
