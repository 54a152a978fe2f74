import { ProgressLocation, window } from 'vscode';
import type { LayerProgress, PullProgress } from '../../core/command/execution';
import { formatSize } from '../../core/format/size';

/** Milliseconds between two changes of the words; the engine reports many times a second. */
const pause = 150;

/** Shows a pull as a notification that can be cancelled, beside what the terminal shows. */
export class PullNotification {
  readonly #cancel: () => void;
  #image: string | undefined;
  #close: () => void = () => {};
  #report: (words: string) => void = () => {};
  #last = 0;

  constructor(cancel: () => void) {
    this.#cancel = cancel;
  }

  /** Opens it with the first layer; another image gets a notification of its own. */
  update(progress: PullProgress): void {
    if (progress.image !== this.#image) {
      this.close();
      this.#open(progress.image);
    }
    const now = Date.now();
    const isOver = progress.layers.length > 0 && progress.layers.every(isComplete);
    if (!isOver && now - this.#last < pause) return;
    this.#last = now;
    this.#report(pullWords(progress));
    if (isOver) this.close();
  }

  close(): void {
    this.#close();
    this.#close = () => {};
    this.#report = () => {};
  }

  #open(image: string): void {
    this.#image = image;
    void window.withProgress(
      { location: ProgressLocation.Notification, cancellable: true, title: `Pulling ${image}` },
      (notification, token) => {
        token.onCancellationRequested(this.#cancel);
        this.#report = (message) => notification.report({ message });
        return new Promise<void>((resolve) => {
          this.#close = resolve;
        });
      },
    );
  }
}

/** "2 of 7 layers, 12MB of 60MB": how far it is. */
export function pullWords({ layers }: PullProgress): string {
  if (layers.length === 0) return '';
  const done = layers.filter(isComplete).length;
  const moving = layers.filter((layer) => layer.status === 'Downloading');
  const current = sum(moving.map((layer) => layer.current));
  const total = sum(moving.map((layer) => layer.total));
  const bytes = total > 0 ? `, ${formatSize(current)} of ${formatSize(total)}` : '';
  return `${done} of ${layers.length} layers${bytes}`;
}

function isComplete({ status }: LayerProgress): boolean {
  return status === 'Pull complete' || status === 'Already exists';
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
