import { type Disposable, EventEmitter, languages, Uri, window, workspace } from 'vscode';
import type { EngineService } from '../engine-service';
import type { ShownObject } from '../lab-objects';
import { ask } from './object-actions';
import { inspectRequest } from './requests';

const scheme = 'container-labs-inspect';

/** What the engine knows of an object, as a JSON document that can only be read. */
export class InspectDocuments implements Disposable {
  readonly #engine: EngineService;
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #registration: Disposable;

  constructor(engine: EngineService) {
    this.#engine = engine;
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
    });
  }

  /** Opens it, as it is now; a document that is open already is brought up to date. */
  async open(object: ShownObject): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${object.kind}/${object.name}.json`, query: object.id });
    this.#texts.set(
      uri.toString(),
      await ask(await this.#engine.connection(), inspectRequest(object)),
    );
    this.#changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    await languages.setTextDocumentLanguage(document, 'json');
    await window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
    this.#texts.clear();
  }
}
