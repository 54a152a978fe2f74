/** What a key press did to a line that is being typed. */
export interface CookedInput {
  /** What the terminal shows for it. */
  readonly echo: string;
  /** Whole lines that are ready to be read, newline included. */
  readonly lines: string;
  readonly isInterrupt: boolean;
  readonly isEnd: boolean;
}

/**
 * Typing without a terminal on the other end: what a kernel's line discipline does. A line is sent
 * when Enter is pressed, Backspace takes back, Ctrl-C interrupts, Ctrl-D on an empty line ends.
 */
export class LineEditor {
  #line: string[] = [];

  type(data: string): CookedInput {
    let echo = '';
    let lines = '';
    let isInterrupt = false;
    let isEnd = false;
    for (const key of withoutEscapes(data)) {
      if (key === '\r' || key === '\n') {
        lines += `${this.#line.join('')}\n`;
        echo += '\r\n';
        this.#line = [];
      } else if (key === '\u007f' || key === '\b') {
        if (this.#line.pop() !== undefined) echo += '\b \b';
      } else if (key === '\u0015') {
        echo += '\b \b'.repeat(this.#line.length);
        this.#line = [];
      } else if (key === '\u0003') {
        echo += '^C\r\n';
        this.#line = [];
        isInterrupt = true;
      } else if (key === '\u0004') {
        if (this.#line.length === 0) isEnd = true;
        else lines += this.#line.splice(0).join('');
      } else if (key >= ' ' || key === '\t') {
        echo += key;
        this.#line.push(key);
      }
    }
    return { echo, lines, isInterrupt, isEnd };
  }
}

/** Arrow and function keys mean nothing to a line without history. */
function withoutEscapes(data: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one.
  return data.replace(/\u001b(?:\[[0-9;?]*[ -/]*[@-~]|O[@-~]|.)/g, '');
}
