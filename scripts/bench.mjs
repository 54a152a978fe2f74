/* npm run bench: how fast it is, as figures and ratios. Asserts nothing. Needs an engine. */
import { resolve } from 'node:path';
import { measureCommands } from './bench/commands.mjs';
import { measureEditor } from './bench/editor.mjs';
import { printComparison, printRows } from './bench/table.mjs';
import { ensureBrowser } from './editor/install-browser.mjs';
import { ensureEditor } from './editor/install-editor.mjs';
import { packageExtension } from './project/package-extension.mjs';
import { createTalk, step } from './project/talk.mjs';

const project = resolve(import.meta.dirname, '..');
const talk = createTalk({ questions: true });

const { vsix } = await step('Package', () => packageExtension(project));
await step('Editor and browser', () => Promise.all([ensureEditor(talk), ensureBrowser(talk)]));
const editor = await step('Activation, and lessons from click to readable', () =>
  measureEditor(vsix, ['Why containers', 'Hello, world', 'A web server in one line']),
);
const commands = await step('Docker commands against the docker client', () =>
  measureCommands(project),
);

console.log('');
printRows([
  { name: 'Activation, measured by VS Code', figures: editor.activation, aim: 'aim: below 40 ms' },
  { name: 'Lesson in a new page, click to readable', figures: editor.newPage },
  {
    name: 'Lesson in the open page, click to readable',
    figures: editor.openPage,
    aim: 'aim: below 150 ms',
  },
]);
console.log('');
for (const compared of commands.times) printComparison(compared, 'ms', 1);
printComparison(commands.memory, 'MB', 1.5);
