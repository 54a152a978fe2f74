import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

describe('README.md', () => {
  it('has the rules, settings and commands of now (npm run docs renews them)', () =>
    promisify(execFile)(process.execPath, ['scripts/docs.mjs', '--check']));
});
