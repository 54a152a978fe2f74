import { ruleCases } from '../../../support/rule-cases';

describe('begin-with-from', () => {
  const { catches, passes, points } = ruleCases('DL3061');

  catches('RUN ls\nFROM debian:12');
  catches('LABEL a=b\nENV a=b\nFROM debian:12', 2);
  catches('ONBUILD RUN ls\nFROM debian:12');
  catches('RUN ls');

  passes('ARG A=1\nFROM debian:12');
  passes('# escape=`\n# a comment\n\nFROM debian:12');
  passes('ARG A=1');
  passes('');

  points('→RUN← ls\nFROM debian:12');
});
