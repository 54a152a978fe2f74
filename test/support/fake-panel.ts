import { EventEmitter, Uri, type WebviewPanel } from 'vscode';
import type { PageMessage, ToPage } from '../../src/protocol';

/** The page of a lesson without a browser: what it is told, and what a test lets it say. */
export class FakePanel {
  readonly posted: ToPage[] = [];
  title = '';
  html = '';
  isDisposed = false;
  revealed = 0;
  readonly #said = new EventEmitter<unknown>();
  readonly #disposed = new EventEmitter<void>();
  readonly #posted = new EventEmitter<ToPage>();

  /** For those who take a panel of the editor's: the part of one that they use. */
  readonly panel: WebviewPanel;

  constructor() {
    const self = this;
    const webview = {
      options: {},
      cspSource: 'https://page.example',
      get html() {
        return self.html;
      },
      set html(html: string) {
        self.html = html;
      },
      asWebviewUri: (uri: Uri) => Uri.parse(`https://page.example${uri.path}`),
      onDidReceiveMessage: this.#said.event,
      postMessage: async (message: ToPage) => {
        this.posted.push(message);
        this.#posted.fire(message);
        return true;
      },
    };
    const panel = {
      webview,
      get title() {
        return self.title;
      },
      set title(title: string) {
        self.title = title;
      },
      onDidDispose: this.#disposed.event,
      reveal: () => this.revealed++,
      dispose: () => this.close(),
    };
    this.panel = panel as unknown as WebviewPanel;
  }

  /** The page sends a message, about the lesson that it was told last. */
  say(message: PageMessage): void {
    const lesson = this.posted.findLast((told) => told.type === 'lesson');
    this.sayRaw({ ...message, shown: lesson?.id ?? '' });
  }

  /** It sends anything at all. */
  sayRaw(message: unknown): void {
    this.#said.fire(message);
  }

  /** The next message of a type, or the last one when it fits already. */
  async next<T extends ToPage['type']>(
    type: T,
    fits: (message: Extract<ToPage, { type: T }>) => boolean = () => true,
  ): Promise<Extract<ToPage, { type: T }>> {
    const matches = (message: ToPage): message is Extract<ToPage, { type: T }> =>
      message.type === type && fits(message as Extract<ToPage, { type: T }>);
    const known = this.posted.findLast((message) => message.type === type);
    if (known !== undefined && matches(known)) return known;
    return new Promise((resolve) => {
      const listener = this.#posted.event((message) => {
        if (!matches(message)) return;
        listener.dispose();
        resolve(message);
      });
    });
  }

  /** The learner closes the tab, or the extension does. */
  close(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.#disposed.fire();
  }
}
