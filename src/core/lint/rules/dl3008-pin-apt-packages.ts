import { aptInstalls, aptPackages } from '../apt';
import type { Rule } from '../rule';

export const pinAptPackages: Rule = {
  code: 'DL3008',
  name: 'pin-apt-packages',
  severity: 'warning',
  summary: 'Pin packages that apt-get installs.',
  why: 'Without a version you get whatever the archive has that day. A build that worked yesterday can bring other programs, or fail, today.',
  example: {
    bad: 'FROM debian:12-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*',
    good: 'FROM debian:12-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl=7.88.* && rm -rf /var/lib/apt/lists/*',
  },
  alsoInOnbuild: true,
  *check(file) {
    for (const install of aptInstalls(file)) {
      const loose = aptPackages(install).filter(({ text }) => !/[=/]|\.deb$/.test(text));
      const [first] = loose;
      if (first === undefined) continue;
      const end = loose.at(-1)?.end ?? first.end;
      const others = loose.length === 1 ? '' : ` and ${loose.length - 1} more`;
      yield {
        range: file.range({ start: first.start, end }),
        message: `Pin ${first.text}${others} to a version: ${first.text}=VERSION.`,
      };
    }
  },
};
