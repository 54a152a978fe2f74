import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandIds, contextKeys, settingIds, viewIds } from '../../src/editor/ids';

const root = process.cwd();
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { contributes, capabilities } = manifest;

interface Item {
  readonly command: string;
  readonly when?: string;
}

const sorted = (values: Iterable<string>): readonly string[] => [...new Set(values)].sort();
const menuItems: readonly Item[] = Object.values<readonly Item[]>(contributes.menus).flat();

describe('package.json', () => {
  it('declares exactly the commands of ids.ts', () =>
    assert.deepEqual(
      sorted(contributes.commands.map(({ command }: Item) => command)),
      sorted(Object.values(commandIds)),
    ));

  it('declares exactly the views of ids.ts', () => {
    const containers = contributes.viewsContainers.activitybar.map(({ id }: { id: string }) => id);
    const views = Object.values<readonly { id: string }[]>(contributes.views).flat();
    assert.deepEqual(
      sorted([...containers, ...views.map(({ id }) => id)]),
      sorted(Object.values(viewIds)),
    );
  });

  it('declares exactly the settings of ids.ts', () =>
    assert.deepEqual(
      sorted(
        contributes.configuration.flatMap(({ properties }: { properties: object }) =>
          Object.keys(properties),
        ),
      ),
      sorted(Object.values(settingIds)),
    ));

  it('asks only for context keys of ids.ts, and for all of them', () => {
    const clauses = [
      ...menuItems.map(({ when }) => when),
      ...contributes.viewsWelcome.map(({ when }: Item) => when),
      ...contributes.commands.map(({ enablement }: { enablement?: string }) => enablement),
    ].filter((clause) => clause !== undefined);
    const ours: ReadonlySet<string> = new Set<string>(Object.values(viewIds));
    const used = clauses
      .flatMap((clause) => clause.match(/containerLabs\.\w+/g) ?? [])
      .filter((key) => !ours.has(key));
    assert.deepEqual(sorted(used), sorted(Object.values(contextKeys)));
  });

  it('leads from menus and welcome texts only to commands that exist', () => {
    const links = contributes.viewsWelcome.flatMap(({ contents }: { contents: string }) =>
      [...contents.matchAll(/\(command:([^)?]+)/g)].map(([, command]) => command),
    );
    const known: ReadonlySet<string> = new Set<string>(Object.values(commandIds));
    const used = [...menuItems.map(({ command }) => command), ...links];
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
  });

  it('groups every command in the palette under the name of the extension', () =>
    assert.deepEqual(
      contributes.commands.filter(
        ({ category }: { category?: string }) => category !== 'Container Labs',
      ),
      [],
    ));

  it('names icons that are there', () => {
    const icons = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
      ...Object.values<readonly { icon: string }[]>(contributes.views)
        .flat()
        .map(({ icon }) => icon),
    ];
    assert.deepEqual(
      icons.filter((icon) => !existsSync(join(root, icon))),
      [],
    );
  });

  it('keeps settings that a workspace could misuse out of untrusted ones', () =>
    assert.deepEqual(capabilities.untrustedWorkspaces.restrictedConfigurations, [
      settingIds.endpoint,
      settingIds.workingFolder,
    ]));
});
