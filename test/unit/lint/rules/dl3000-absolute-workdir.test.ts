import { ruleCases } from '../../../support/rule-cases';

describe('absolute-workdir', () => {
  const { catches, passes, offers, points } = ruleCases('DL3000');

  catches('FROM debian:12\nWORKDIR app');
  catches('FROM debian:12\nWORKDIR "app"');
  catches('FROM debian:12\nWORKDIR /app\nWORKDIR src');

  passes('FROM debian:12\nWORKDIR /app');
  passes('FROM debian:12\nWORKDIR "/app"');
  passes('FROM debian:12\nWORKDIR $HOME');
  passes('# escape=`\nFROM windows:1\nWORKDIR C:\\app');
  passes('FROM debian:12\nWORKDIR');
  passes('FROM debian:12\n# check=skip=WorkdirRelativePath\nWORKDIR app');

  offers('FROM debian:12\nWORKDIR app', 'FROM debian:12\nWORKDIR /app');
  offers('FROM debian:12\nWORKDIR "my app"', 'FROM debian:12\nWORKDIR "/my app"');
  points('FROM debian:12\nWORKDIR →app←\nRUN ls');
});
