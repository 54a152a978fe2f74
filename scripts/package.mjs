/* npm run package: makes container-labs-<version>.vsix, and says what is in it. */
import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { packageExtension } from './project/package-extension.mjs';

const project = resolve(import.meta.dirname, '..');
const { vsix, files } = await packageExtension(project);
const { size } = await stat(vsix);
console.log(files.toSorted().join('\n'));
console.log(
  `${relative(project, vsix)}: ${files.length} files, ${(size / 1024 / 1024).toFixed(2)} MB`,
);
