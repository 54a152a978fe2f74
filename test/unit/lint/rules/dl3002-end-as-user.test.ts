import { ruleCases } from '../../../support/rule-cases';

describe('end-as-user', () => {
  const { catches, passes, points } = ruleCases('DL3002');

  catches('FROM debian:12\nUSER root');
  catches('FROM debian:12\nUSER 0');
  catches('FROM debian:12\nUSER root:root');
  catches('FROM debian:12\nUSER app\nUSER 0:0');
  catches('FROM debian:12 AS a\nUSER root\nFROM debian:12\nUSER root', 2);

  passes('FROM debian:12');
  passes('FROM debian:12\nUSER root\nRUN ls\nUSER app');
  passes('FROM debian:12\nUSER rooted');
  passes('USER root\nFROM debian:12');

  points('FROM debian:12\n→USER root←');
});
