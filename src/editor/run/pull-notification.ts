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

  /**
   * Opens it with the first layer that is to come; another image gets a notification of its own.
   * Layers that are there already are told first, so it may look over before it has begun.
   */
  update(progress: PullProgress): void {
    if (progress.layers.every(isComplete)) {
      this.close();
      return;
    }
    if (progress.image !== this.#image) {
      this.close();
      this.#open(progress.image);
    }
    const now = Date.now();
    if (now - this.#last < pause) return;
    this.#last = now;
    this.#report(pullWords(progress));
  }

  close(): void {
    this.#close();
    this.#image = undefined;
    this.#last = 0;
    this.#close = () => {};
    this.#report = () => {};
  }

  #open(image: string): void {
    this.#image = image;
    const closed = new Promise<void>((resolve) => {
      this.#close = resolve;
    });
    void window.withProgress(
      { location: ProgressLocation.Notification, cancellable: true, title: `Pulling ${image}` },
      (notification, token) => {
        token.onCancellationRequested(this.#cancel);
        this.#report = (message) => notification.report({ message });
        return closed;
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
