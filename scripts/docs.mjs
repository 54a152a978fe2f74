// Renews the generated parts of README.md: rules, settings and commands. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const readme = new URL('../README.md', import.meta.url);

const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

const before = await readFile(readme, 'utf8');
const after = Object.entries({
  rules: await ruleTable(),
  settings: settingTable(),
  commands: commandTable(),
}).reduce(replaceSection, before);

if (!process.argv.includes('--check')) {
  await writeFile(readme, after);
} else if (before !== after) {
  console.error('The generated parts of README.md are stale. Renew them with: npm run docs');
  process.exit(1);
}

/** @param {string} text @param {[string, string]} section */
function replaceSection(text, [name, content]) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md has no section ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${content}${text.slice(to)}`;
}

/** The rules are TypeScript: they are bundled in memory and asked for their table. */
async function ruleTable() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../src/core/lint/rule-table.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { ruleTable: table } = await import(`data:text/javascript;base64,${code}`);
  return table();
}

/** @typedef {{ markdownDescription?: string, description?: string, default: unknown }} Setting */

function settingTable() {
  /** @type {{ properties: Record<string, Setting> }[]} */
  const groups = [manifest.contributes.configuration].flat();
  const rows = groups
    .flatMap(({ properties }) => Object.entries(properties))
    .map(
      ([name, { markdownDescription, description = '', default: value }]) =>
        `| \`${name}\` | ${oneLine(markdownDescription ?? description)} | \`${JSON.stringify(value)}\` |`,
    );
  return table(['setting', 'what it does', 'default'], rows);
}

/** @typedef {{ command: string, title?: string, when?: string }} Entry */

function commandTable() {
  /** @type {{ menus: { commandPalette: Entry[] }, commands: Entry[] }} */
  const { menus, commands } = manifest.contributes;
  const hidden = new Set(
    menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
  );
  const rows = commands
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, title }) => `| ${title} | \`${command}\` |`);
  return table(['command', 'id'], rows);
}

/** @param {string[]} heads @param {string[]} rows */
function table(heads, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return `${[line(heads), line(heads.map(() => '---')), ...rows].join('\n')}\n`;
}

/** @param {string} text */
function oneLine(text) {
  return text.replaceAll('\n', ' ').replaceAll('|', '\\|');
}
