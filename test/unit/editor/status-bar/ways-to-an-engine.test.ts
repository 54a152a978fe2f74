import assert from 'node:assert/strict';
import { waysToAnEngine } from '../../../../src/editor/status-bar/ways-to-an-engine';

const systems = ['linux', 'darwin', 'win32', 'freebsd'] as const;

const programs: Readonly<Record<(typeof systems)[number], RegExp>> = {
  linux: /^sudo (systemctl|apt-get|dnf) /,
  darwin: /^(open|brew) /,
  win32: /^winget /,
  freebsd: /^sudo /,
};

describe('waysToAnEngine', () => {
  for (const system of systems) {
    it(`has a command to paste and a page to read on ${system}`, () => {
      const ways = waysToAnEngine(system);
      const commands = ways.flatMap(({ command }) => command ?? []);
      const pages = ways.flatMap(({ url }) => url ?? []);
      assert.ok(commands.length > 0 && pages.length > 0);
      assert.deepEqual(
        [
          commands.filter((command) => !programs[system].test(command)),
          pages.filter((page) => !page.startsWith('https://')),
          ways.filter(({ command, url }) => (command === undefined) === (url === undefined)),
        ],
        [[], [], []],
      );
    });
  }
});
