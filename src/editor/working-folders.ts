import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { type Event, workspace } from 'vscode';
import type { Chapter } from '../core/lesson/lesson';
import type { LabFiles } from '../core/ports';
import { copyChapterFiles, openWorkingFolder, type WorkingFolder } from '../local/working-folder';
import type { ConfigValue } from './config-value';
import { isCourseFolder } from './course-folder';

/** Where the learner's files of each chapter are, and their first copy from the course. */
export class WorkingFolders {
  readonly #labsFolder: string;
  readonly #files: LabFiles;
  readonly #setting: Pick<ConfigValue<string>, 'value'>;
  readonly #prepared = new Map<string, Promise<WorkingFolder>>();
  /** The folders may be elsewhere now. */
  readonly onDidChange: Event<void>;

  constructor(
    labsFolder: string,
    files: LabFiles,
    setting: Pick<ConfigValue<string>, 'value' | 'onDidChange'>,
  ) {
    this.onDidChange = setting.onDidChange;
    this.#labsFolder = labsFolder;
    this.#files = files;
    this.#setting = setting;
  }

  /** The folder that holds the folders of all chapters; it need not exist. */
  root(): string {
    const configured = this.#setting.value().trim();
    const [first] = workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === 'file') ?? [];
    const base = first?.uri.fsPath ?? homedir();
    if (configured === '') return isCourseFolder(base) ? base : join(base, 'container-labs');
    const path = configured.replace(/^~(?=$|[\\/])/, homedir());
    return isAbsolute(path) ? path : join(base, path);
  }

  /** A chapter's folder as it is, without touching it. */
  folder(chapter: Chapter): WorkingFolder {
    return openWorkingFolder(join(this.root(), chapter.folder));
  }

  /**
   * The same with the chapter's files in it: those that are not there yet are copied, once a session,
   * so that a file that the learner removes stays away; or again when the whole folder is gone.
   */
  prepare(chapter: Chapter): Promise<WorkingFolder> {
    const folder = this.folder(chapter);
    const known = this.#prepared.get(folder.path);
    if (known !== undefined && existsSync(folder.path)) return known;
    const prepared = this.#copy(chapter, folder);
    this.#prepared.set(folder.path, prepared);
    prepared.catch(() => this.#prepared.delete(folder.path));
    return prepared;
  }

  async #copy(chapter: Chapter, folder: WorkingFolder): Promise<WorkingFolder> {
    const below = `${chapter.folder}/files/`;
    const paths = (await this.#files.list()).filter((path) => path.startsWith(below));
    await copyChapterFiles(
      join(this.#labsFolder, chapter.folder, 'files'),
      paths.map((path) => path.slice(below.length)),
      folder.path,
    );
    return folder;
  }
}
