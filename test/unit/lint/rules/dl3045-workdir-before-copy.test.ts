import { ruleCases } from '../../../support/rule-cases';

describe('workdir-before-copy', () => {
  const { catches, passes, offers, points } = ruleCases('DL3045');

  catches('FROM node:22\nCOPY a ./');
  catches('FROM node:22\nCOPY --from=x /a b');
  catches('FROM node:22 AS a\nWORKDIR /a\nFROM debian:12\nCOPY a b');
  catches('COPY a b');

  passes('FROM node:22\nCOPY a /b');
  passes('FROM node:22\nCOPY a "/b c"');
  passes('FROM node:22\nCOPY a $B/');
  passes('FROM node:22\nCOPY a C:/b');
  passes('FROM node:22\nWORKDIR /app\nCOPY a ./');
  passes('FROM node:22 AS a\nWORKDIR /a\nFROM a AS b\nFROM b\nCOPY a b');
  passes('FROM node:22\nONBUILD COPY a b');

  offers('FROM node:22\n  COPY a ./', 'FROM node:22\n  WORKDIR /app\n  COPY a ./');
  points('FROM node:22\nCOPY a b →./←');
});
