import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commands, TabInputWebview, window, workspace } from 'vscode';
import { commandIds, panelIds, viewIds } from './ids';

/** The file that marks a folder as made for the course, as `npm start` makes one. */
const mark = '.container-labs';

/** Whether a folder of this machine is there for the course: its files lie right in it. */
export function isCourseFolder(path: string): boolean {
  return existsSync(join(path, mark));
}

/** In a window on such a folder the course goes on by itself, unless a lesson is open already. */
export async function continueInCourseFolder(): Promise<void> {
  const folders = workspace.workspaceFolders ?? [];
  const isOne = folders.some(({ uri }) => uri.scheme === 'file' && isCourseFolder(uri.fsPath));
  if (!isOne || hasLessonTab()) return;
  await commands.executeCommand(`${viewIds.course}.focus`);
  await commands.executeCommand(commandIds.continueCourse);
}

/** A lesson that the editor has kept over a reload is there before it is filled again. */
function hasLessonTab(): boolean {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(panelIds.lesson),
    );
}
