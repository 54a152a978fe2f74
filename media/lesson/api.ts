import type { FromPage, PageMessage } from '../../src/protocol';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
};

/** What the editor keeps of the page, so that it can be opened again after a restart. */
export interface PageState {
  readonly lesson: string;
}

const editor = acquireVsCodeApi();

let shown = '';

/** Sends a message about the lesson that is shown to the extension: the only way out of the page. */
export function post(message: PageMessage): void {
  editor.postMessage({ ...message, shown });
}

/** Remembers which lesson is shown. */
export function remember(state: PageState): void {
  shown = state.lesson;
  editor.setState(state);
}
