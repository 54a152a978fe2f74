import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { EngineService, RemovalReport } from '../engine-service';
import {
  countWords,
  kindTitles,
  labObjectKinds,
  readLabObjects,
  type ShownObject,
} from '../lab-objects';

interface ObjectItem extends QuickPickItem {
  readonly object?: ShownObject;
}

/** Shows all that would be removed, lets the learner keep some of it, and says what was done. */
export async function cleanUp(engine: EngineService): Promise<void> {
  const connection = await engine.connection();
  const objects = await readLabObjects(connection);
  if (objects.length === 0) {
    void window.showInformationMessage('There is nothing to clean up: the labs made nothing here.');
    return;
  }
  const chosen = await choose(objects);
  if (chosen === undefined || chosen.length === 0) return;
  tell(await connection.removeObjects(chosen));
}

async function choose(
  objects: readonly ShownObject[],
): Promise<readonly ShownObject[] | undefined> {
  const items = labObjectKinds.flatMap((kind): readonly ObjectItem[] => {
    const ofKind = objects.filter((object) => object.kind === kind);
    if (ofKind.length === 0) return [];
    return [
      { label: kindTitles[kind], kind: QuickPickItemKind.Separator },
      ...ofKind.map((object) => ({
        label: object.name,
        description: object.description,
        detail: `made by the lesson ${object.lesson}`,
        picked: true,
        object,
      })),
    ];
  });
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    title: 'Clean up: what is ticked is removed from the engine',
    placeHolder: 'Untick what you want to keep. Data in volumes is lost.',
    matchOnDescription: true,
  });
  return picked?.flatMap(({ object }) => (object === undefined ? [] : [object]));
}

function tell({ removed, failed }: RemovalReport): void {
  if (failed.length === 0) {
    void window.showInformationMessage(`Removed ${countWords(removed)}.`);
    return;
  }
  const kept = countWords(failed.map(({ object }) => object));
  const reasons = failed.map(({ object, reason }) => `${object.kind} ${object.name}: ${reason}`);
  void window.showWarningMessage(
    `Removed ${countWords(removed)}; kept ${kept}. ${reasons.join(' ')}`,
  );
}
