import { ruleCases } from '../../../support/rule-cases';

describe('pin-apt-packages', () => {
  const { catches, passes, points } = ruleCases('DL3008');

  catches('FROM debian:12\nRUN apt-get install -y curl');
  catches('FROM debian:12\nRUN apt-get -y install curl git=1');
  catches('FROM debian:12\nRUN apt-get update && (apt-get install curl || true)');
  catches('FROM debian:12\nRUN ["apt-get", "install", "curl"]');
  catches('FROM debian:12\nONBUILD RUN apt-get install curl');
  catches('FROM debian:12\nRUN <<EOF\napt-get install curl\nEOF');

  passes('FROM debian:12\nRUN apt-get install curl=7.*');
  passes('FROM debian:12\nRUN apt-get install ./tool.deb');
  passes('FROM debian:12\nRUN apt-get install -t stable curl=7');
  passes('FROM debian:12\nRUN sudo apt-get install curl');
  passes('FROM debian:12\nRUN echo apt-get install');

  points('FROM debian:12\nRUN apt-get install -y \\\n  # a remark\n  →curl \\\n  git←\n');
});
