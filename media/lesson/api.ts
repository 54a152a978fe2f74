import type { FromPage } from '../../src/protocol';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
};

/** What the editor keeps of the page, so that it can be opened again after a restart. */
export interface PageState {
  readonly lesson: string;
}

const editor = acquireVsCodeApi();

/** Sends a message to the extension: the only way out of the page. */
export function post(message: FromPage): void {
  editor.postMessage(message);
}

/** Remembers which lesson is shown. */
export function remember(state: PageState): void {
  editor.setState(state);
}
