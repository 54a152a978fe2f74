/* npm run bench: how fast it is, as figures and ratios. Asserts nothing. */
import { resolve } from 'node:path';
import { measureEditor } from './bench/editor.mjs';
import { measureRun } from './bench/run.mjs';
import { median, printRows } from './bench/table.mjs';
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
const run = await step('Run against the docker client', () => measureRun(project));

console.log('');
printRows([
  { name: 'Activation, measured by VS Code', figures: editor.activation, aim: 'aim: below 40 ms' },
  { name: 'Lesson in a new page, click to readable', figures: editor.newPage },
  {
    name: 'Lesson in the open page, click to readable',
    figures: editor.openPage,
    aim: 'aim: below 150 ms',
  },
  { name: `First byte of "${run.command}", ours`, figures: run.ours },
  { name: `First byte of "${run.command}", docker client`, figures: run.client },
]);
const ratio = median(run.ours) / median(run.client);
console.log(
  `Ratio of the medians, ours to the docker client: ${ratio.toFixed(2)} (aim: at most 1.00)`,
);
