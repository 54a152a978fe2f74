import assert from 'node:assert/strict';
import { composeParts } from '../../../src/core/command/compose-parts';
import { words } from '../../support/command-words';

describe('composeParts', () => {
  /** Each part as `role text`, flags as `--name=value`. */
  const reads = (line: string, ...expected: readonly string[]) =>
    it(`reads ${line}`, () => {
      const parts = composeParts(words(line));
      const found = parts.map(({ role, flag, value, text }) =>
        flag === undefined ? `${role} ${text}` : `--${flag}=${value}`,
      );
      assert.deepEqual(found, expected);
    });

  reads('up -d --build', 'subcommand up', '--detach=undefined', '--build=undefined');
  reads('-f a.yaml --file=b.yaml up', '--file=a.yaml', '--file=b.yaml', 'subcommand up');
  reads('down -v --rmi local', 'subcommand down', '--volumes=undefined', '--rmi=local');
  reads(
    'logs -ft web',
    'subcommand logs',
    '--follow=undefined',
    '--timestamps=undefined',
    'argument web',
  );
  reads('logs -f', 'subcommand logs', '--follow=undefined');
  reads('up --nope -x', 'subcommand up', 'argument --nope', 'argument -x');
  reads('-f', 'argument -f');
  reads('up --build=false', 'subcommand up', '--build=false');
  reads('constructor -d', 'subcommand constructor', 'argument -d');
  reads('');
});
