import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { addSettings } from '../editor/calm-settings.mjs';

/** Makes the folder in which the learner works, and which the editor opens; gives its path. */
export async function ensureWorkingFolder() {
  const folder = join(homedir(), 'container-labs');
  await mkdir(folder, { recursive: true });
  // The lessons' files are to stand in this folder itself, not in one of the same name within.
  await addSettings(join(folder, '.vscode', 'settings.json'), {
    'containerLabs.workingFolder': '~/container-labs',
  });
  return folder;
}
