import { formatSize } from '../../core/format/size';
import type { CommandStreams } from '../../core/ports';
import type { ProgressMessage } from './pull-progress';

const csi = '\u001b[';

/**
 * Prints progress as the docker client does: on a terminal each layer keeps its line, which is
 * drawn anew; elsewhere only changes of state are told, one a line.
 */
export class ProgressPrinter {
  readonly #terminal: CommandStreams['terminal'];
  readonly #lines = new Map<string, number>();

  constructor(terminal: CommandStreams['terminal']) {
    this.#terminal = terminal;
  }

  /** The text to write for one message. */
  text(message: ProgressMessage): string {
    const bar = progressBar(message, this.#columns());
    const line = `${message.id === '' ? '' : `${message.id}: `}${message.status}`;
    if (this.#terminal === undefined) return bar === '' ? `${line}\n` : '';
    if (!message.isLayer) {
      this.#lines.clear();
      return `${line}\r\n`;
    }
    return this.#redraw(message.id, bar === '' ? line : `${line} ${bar}`);
  }

  /** A terminal that is not on the screen yet has none. */
  #columns(): number {
    return this.#terminal?.size().columns || 80;
  }

  /** Goes up to the layer's line, writes it anew and comes back. */
  #redraw(id: string, line: string): string {
    let before = '';
    let index = this.#lines.get(id);
    if (index === undefined) {
      index = this.#lines.size;
      this.#lines.set(id, index);
      before = '\r\n';
    }
    const up = this.#lines.size - index;
    const width = this.#columns();
    return `${before}${csi}${up}A${csi}2K\r${line.slice(0, Math.max(width - 1, 20))}\r${csi}${up}B`;
  }
}

/** `[====>     ]  1.2MB/3.4MB`, or empty when the message has no progress. */
function progressBar({ current, total }: ProgressMessage, columns: number): string {
  if (current === undefined || current <= 0) return '';
  if (total === undefined || total <= 0) return formatSize(current, 4);
  const numbers = `${formatSize(current, 4).padStart(8)}/${formatSize(total, 4)}`;
  if (columns <= 110) return numbers;
  const done = Math.min(50, Math.floor((current / total) * 50));
  return `[${'='.repeat(done)}>${' '.repeat(50 - done)}] ${numbers}`;
}
