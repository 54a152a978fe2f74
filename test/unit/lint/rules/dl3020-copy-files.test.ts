import { ruleCases } from '../../../support/rule-cases';

describe('copy-files', () => {
  const { catches, passes, fixes, offers, points } = ruleCases('DL3020');

  catches('FROM debian:12\nADD a /b');
  catches('FROM debian:12\nADD a.tar b /c/');
  catches('FROM debian:12\nADD ["a", "/b"]');
  catches('FROM debian:12\nADD a.zip /b');

  passes('FROM debian:12\nADD a.tar.gz /b');
  passes('FROM debian:12\nADD https://example.com/a /b');
  passes('FROM debian:12\nADD git@example.com:a/b.git /b');
  passes('FROM debian:12\nCOPY a /b');
  passes('FROM debian:12\nADD a');

  fixes('FROM debian:12\nadd --chown=1 a /b', 'FROM debian:12\nCOPY --chown=1 a /b');
  offers('FROM debian:12\nADD $SOURCE /b', 'FROM debian:12\nCOPY $SOURCE /b');
  points('FROM debian:12\n→ADD← a /b');
});
