import { ruleCases } from '../../../support/rule-cases';

describe('valid-instruction', () => {
  const { catches, passes, offers, points } = ruleCases('DL1000');

  catches('FORM debian:12');
  catches('FROM debian:12\nONBUILD RAN x');
  catches('FROM');
  catches('FROM debian:12 as');
  catches('FROM debian:12\nCOPY a');
  catches('FROM debian:12\nCOPY ["a"]');
  catches('FROM debian:12\nENV name');
  catches('FROM debian:12\nHEALTHCHECK curl localhost');
  catches('FROM debian:12\nRUN <<EOF\nls');
  catches('hello there\nworld', 2);

  passes('');
  passes('# only a comment');
  passes('from debian:12 as base\nrun ls');
  passes('FROM debian:12\nCOPY <<EOF /x\nhello\nEOF');
  passes('FROM debian:12\nCOPY ["a", "b"]');
  passes('FROM debian:12\nENV name value');
  passes('FROM debian:12\nHEALTHCHECK NONE');
  passes('FROM debian:12\nONBUILD SHELL anything');
  passes('FROM debian:12\nRUN 3<<EOF cat /dev/fd/3\nhello there\nEOF\nRUN ls');

  offers('FORM debian:12', 'FROM debian:12');
  points('FROM debian:12\n→RUNN← ls');
});
