import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const note = `This folder is for the files of the course "Container Labs".
While this file is here, opening the folder in VS Code goes on with the course.
`;

/** Makes the folder in which the learner works, and which the editor opens; gives its path. */
export async function ensureCourseFolder() {
  const folder = join(homedir(), 'container-labs');
  await mkdir(folder, { recursive: true });
  // The extension knows the folder by this file, whoever opens it and from wherever.
  await writeFile(join(folder, '.container-labs'), note);
  return folder;
}
