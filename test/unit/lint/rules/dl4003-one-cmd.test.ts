import { ruleCases } from '../../../support/rule-cases';

describe('one-cmd', () => {
  const { catches, passes, fixes, points } = ruleCases('DL4003');

  catches('FROM node:22\nCMD ["a"]\nCMD ["b"]');
  catches('FROM node:22\nCMD ["a"]\nRUN ls\nCMD ["b"]\nCMD ["c"]', 2);

  passes('FROM node:22\nCMD ["a"]');
  passes('FROM node:22 AS a\nCMD ["a"]\nFROM node:22\nCMD ["b"]');
  passes('FROM node:22\n# check=skip=all\nCMD ["a"]\n# check=skip=all\nCMD ["b"]');

  fixes('FROM node:22\nCMD node \\\n  a\nRUN ls\nCMD ["b"]\n', 'FROM node:22\nRUN ls\nCMD ["b"]\n');
  points('FROM node:22\nCMD ["a"]\n→CMD ["b"]←');
});
