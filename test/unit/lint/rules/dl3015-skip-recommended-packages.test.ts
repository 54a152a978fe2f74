import { ruleCases } from '../../../support/rule-cases';

describe('skip-recommended-packages', () => {
  const { catches, passes, fixes } = ruleCases('DL3015');

  catches('FROM debian:12\nRUN apt-get install -y curl');
  catches('FROM debian:12\nRUN ["apt-get", "install", "-y", "curl"]');
  catches('FROM debian:12\nONBUILD RUN apt-get install curl');

  passes('FROM debian:12\nRUN apt-get install -y --no-install-recommends curl');
  passes('FROM debian:12\nRUN apt-get install -o APT::Install-Recommends=false curl');
  passes('FROM debian:12\nRUN apt-get update');

  fixes(
    'FROM debian:12\nRUN apt-get install -y curl',
    'FROM debian:12\nRUN apt-get install --no-install-recommends -y curl',
  );
});
