import { ruleCases } from '../../../support/rule-cases';

describe('start-without-shell', () => {
  const { catches, passes, fixes, offers, points } = ruleCases('DL3025');

  catches('FROM node:22\nCMD node server.js');
  catches('FROM node:22\nENTRYPOINT node server.js');
  catches('FROM node:22\nHEALTHCHECK --interval=5s CMD curl -f localhost');
  catches("FROM node:22\nCMD ['node', 'server.js']");

  passes('FROM node:22\nCMD ["node", "server.js"]');
  passes('FROM node:22\nCMD [ "node" , \\\n "server.js" ]');
  passes('FROM node:22\nHEALTHCHECK NONE');
  passes('FROM node:22\nHEALTHCHECK CMD ["curl", "localhost"]');
  passes('FROM node:22\n# check=skip=JSONArgsRecommended\nCMD node server.js');

  fixes('FROM node:22\nCMD node "my server.js"', 'FROM node:22\nCMD ["node", "my server.js"]');
  fixes(
    'FROM node:22\nHEALTHCHECK CMD curl -f localhost',
    'FROM node:22\nHEALTHCHECK CMD ["curl", "-f", "localhost"]',
  );
  offers('FROM node:22\nCMD node $FILE', 'FROM node:22\nCMD ["/bin/sh", "-c", "node $FILE"]');
  offers(
    'FROM node:22\nCMD cd /x && node .',
    'FROM node:22\nCMD ["/bin/sh", "-c", "cd /x && node ."]',
  );
  offers('FROM node:22\nCMD exec node .', 'FROM node:22\nCMD ["/bin/sh", "-c", "exec node ."]');
  offers(
    'FROM node:22\nENTRYPOINT node .\nCMD ["x"]',
    'FROM node:22\nENTRYPOINT ["node", "."]\nCMD ["x"]',
  );
  points('FROM node:22\nCMD →node \\\n  server.js←\n');
});
