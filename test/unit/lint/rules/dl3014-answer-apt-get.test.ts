import { ruleCases } from '../../../support/rule-cases';

describe('answer-apt-get', () => {
  const { catches, passes, fixes, points } = ruleCases('DL3014');

  catches('FROM debian:12\nRUN apt-get install curl');
  catches('FROM debian:12\nRUN apt-get install -q curl');
  catches('FROM debian:12\nONBUILD RUN apt-get install curl');

  passes('FROM debian:12\nRUN apt-get -y install curl');
  passes('FROM debian:12\nRUN apt-get install -yq curl');
  passes('FROM debian:12\nRUN apt-get install --yes curl');
  passes('FROM debian:12\nRUN apt-get install --assume-yes curl');
  passes('FROM debian:12\nRUN apt-get install -qq curl');
  passes('FROM debian:12\nRUN apt-get install -q=2 curl');
  passes('FROM debian:12\nRUN apt-get update');

  fixes(
    'FROM debian:12\nRUN apt-get update && \\\n  apt-get install \\\n  curl',
    'FROM debian:12\nRUN apt-get update && \\\n  apt-get install -y \\\n  curl',
  );
  points('FROM debian:12\nRUN ls && →apt-get install curl← && ls');
});
