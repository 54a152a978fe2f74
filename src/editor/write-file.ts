import { join } from 'node:path';
import {
  commands,
  type Disposable,
  EventEmitter,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { LabError } from '../core/lab-error';
import type { WorkingFolder } from '../local/working-folder';
import { requireTrust } from './trust';

const scheme = 'container-labs-proposal';

/** Writes files of a lesson to the working folder, never over changes without the learner's word. */
export class FileWriter implements Disposable {
  /** What the lesson has, by the URI of the document that shows it. */
  readonly #proposals = new Map<string, string>();
  readonly #proposed = new EventEmitter<Uri>();
  readonly #registration: Disposable;

  constructor() {
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.#proposed.event,
      provideTextDocumentContent: (uri) => this.#proposals.get(uri.toString()) ?? '',
    });
  }

  /** True when the file has the lesson's text now. */
  async write(folder: WorkingFolder, path: string, content: string): Promise<boolean> {
    requireTrust('Files are written');
    const stored = await folder.read(path);
    const unsaved = unsavedDocument(fileUri(folder, path));
    const existing = unsaved?.getText() ?? stored;
    if (existing !== undefined && existing !== content) {
      if (!(await this.#mayReplace(folder, path, content))) return false;
    }
    // Undo brings back what was replaced in an open editor.
    if (unsaved !== undefined) await replaceAll(unsaved, content);
    else if (stored !== content) await folder.write(path, content);
    await showBeside(fileUri(folder, path));
    return true;
  }

  dispose(): void {
    this.#registration.dispose();
    this.#proposed.dispose();
    this.#proposals.clear();
  }

  async #mayReplace(folder: WorkingFolder, path: string, content: string): Promise<boolean> {
    const answer = await window.showWarningMessage(
      `${path} is in your working folder already, and it is not what the lesson has.`,
      { modal: true, detail: 'Replacing it loses what you changed in it.' },
      'Compare',
      'Replace',
    );
    if (answer !== 'Compare') return answer === 'Replace';
    const proposal = Uri.from({ scheme, path: `/${path}`, query: folder.path });
    this.#proposals.set(proposal.toString(), content);
    this.#proposed.fire(proposal);
    await commands.executeCommand(
      'vscode.diff',
      fileUri(folder, path),
      proposal,
      `${path}: yours ↔ the lesson's`,
      { viewColumn: ViewColumn.Beside },
    );
    const decision = await window.showInformationMessage(
      `Replace your ${path} with the lesson's?`,
      'Replace',
      'Keep Mine',
    );
    return decision === 'Replace';
  }
}

/** Opens a file of the working folder in the editor. Rejects with `not-found` when it is not there. */
export async function openWorkingFile(folder: WorkingFolder, path: string): Promise<void> {
  if ((await folder.read(path)) === undefined) {
    throw new LabError('not-found', `${path} is not in your working folder ${folder.path}.`, {
      advice: 'Was it removed or renamed?',
    });
  }
  await showBeside(fileUri(folder, path));
}

/** Beside the lesson, which says what to do with the file. */
async function showBeside(uri: Uri): Promise<void> {
  await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: false });
}

function fileUri(folder: WorkingFolder, path: string): Uri {
  return Uri.file(join(folder.path, path));
}

/** The document of a file, when it is open and the learner has not saved what they typed. */
function unsavedDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
}

async function replaceAll(document: TextDocument, content: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), content);
  await workspace.applyEdit(edit);
  await document.save();
}
