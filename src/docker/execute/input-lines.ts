import { StringDecoder } from 'node:string_decoder';
import type { CommandStreams } from '../../core/ports';
import { cancelled } from '../errors';
import { print } from './context';
import { unlessAborted } from './unless-aborted';

/** Reads what is typed or piped in, a line at a time. What comes after stays for later commands. */
export class InputLines {
  readonly #streams: CommandStreams;
  readonly #signal: AbortSignal;
  readonly #input: AsyncIterator<Uint8Array> | undefined;
  readonly #decoder = new StringDecoder('utf8');
  #pending = '';

  constructor(streams: CommandStreams, signal: AbortSignal) {
    this.#streams = streams;
    this.#signal = signal;
    this.#input = streams.stdin?.[Symbol.asyncIterator]();
  }

  /** The next line without its end; `undefined` when there is no more. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const match = /^([^\r\n]*)(?:\r\n|\r|\n)/.exec(this.#pending);
      if (match?.[1] !== undefined) {
        this.#pending = this.#pending.slice(match[0].length);
        return match[1];
      }
      const more = await this.#more();
      if (more === undefined) break;
      this.#pending += more;
    }
    const rest = this.#pending;
    this.#pending = '';
    return rest === '' ? undefined : rest;
  }

  /** All the rest, such as a password that is piped in. */
  async rest(): Promise<string> {
    for (let more = await this.#more(); more !== undefined; more = await this.#more()) {
      this.#pending += more;
    }
    const rest = this.#pending;
    this.#pending = '';
    return rest;
  }

  /**
   * A line typed key by key on a terminal that leaves all to us: shown as it is typed, or hidden.
   * Rejects with `cancelled` at Ctrl-C.
   */
  async typed(isHidden: boolean): Promise<string> {
    const streams = this.#streams;
    let line = '';
    for (;;) {
      if (this.#pending === '') {
        const more = await this.#more();
        if (more === undefined) break;
        this.#pending = more;
      }
      const [key = ''] = this.#pending;
      this.#pending = this.#pending.slice(key.length);
      if (key === '\r' || key === '\n') break;
      if (key === '\u0003') throw cancelled();
      if (key === '\u007f' || key === '\b') {
        if (line !== '' && !isHidden) await print(streams, '\b \b');
        line = [...line].slice(0, -1).join('');
      } else if (key >= ' ') {
        line += key;
        if (!isHidden) await print(streams, key);
      }
    }
    await print(streams, '\r\n');
    return line;
  }

  async #more(): Promise<string | undefined> {
    if (this.#input === undefined) return undefined;
    const next = await unlessAborted(this.#input.next(), this.#signal);
    return next.done ? undefined : this.#decoder.write(Buffer.from(next.value));
  }
}
