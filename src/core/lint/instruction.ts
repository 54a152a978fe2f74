import type { ShellParser, Span } from '../shell/script';
import { type ExecString, readExecForm } from './exec-form';
import { type Flag, readFlags } from './flags';
import { type Heredoc, readHeredocs } from './heredoc';
import { type JoinedText, joinLines } from './joined-text';
import { type RunScript, readRunScript } from './run-script';
import type { SourceLines } from './source-lines';
import { splitWords, type Word } from './words';

/** What instructions of one file have in common. */
export interface Source {
  readonly text: string;
  readonly lines: SourceLines;
  /** The escape character, which continues a line at its end. */
  readonly escapeCharacter: string;
  readonly shell: ShellParser;
}

/** One instruction. What takes reading is read on first use. */
export class Instruction {
  /** In capitals, whatever the file has. */
  readonly keyword: string;
  /** Where the keyword stands. */
  readonly keywordSpan: Span;
  /** Line of the file on which it begins, zero-based; an inner instruction has the outer one's. */
  readonly line: number;
  readonly source: Source;
  #header: { readonly joined: JoinedText; readonly end: number } | undefined;
  #words: readonly Word[] | undefined;
  #flags: readonly Flag[] | undefined;
  #heredocs: readonly Heredoc[] | undefined;
  #exec: { readonly strings: readonly ExecString[] | undefined } | undefined;
  #script: RunScript | undefined;
  #inner: { readonly instruction: Instruction | undefined } | undefined;

  constructor(source: Source, keywordSpan: Span, line: number, keyword: string) {
    this.source = source;
    this.keywordSpan = keywordSpan;
    this.line = line;
    this.keyword = keyword.toUpperCase();
  }

  /** From the keyword to the end of the last line that belongs to it, heredocs included. */
  get span(): Span {
    return { start: this.keywordSpan.start, end: this.heredocs.at(-1)?.end ?? this.headerEnd };
  }

  /** Where it ends without its heredocs. */
  get headerEnd(): number {
    return this.#read().end;
  }

  /** What follows the keyword, its lines joined, without heredocs. */
  get joined(): JoinedText {
    return this.#read().joined;
  }

  /** All words after the keyword, flags too. */
  get words(): readonly Word[] {
    this.#words ??= splitWords(this.joined, this.source.escapeCharacter);
    return this.#words;
  }

  /** The flags of the instruction itself, such as `--from=build`. */
  get flags(): readonly Flag[] {
    this.#flags ??= flagged.has(this.keyword) ? readFlags(this.words) : [];
    return this.#flags;
  }

  /** The words after the flags. */
  get operands(): readonly Word[] {
    return this.words.slice(this.flags.length);
  }

  /** Everything after the flags, as one text. */
  get operandText(): JoinedText {
    const first = this.operands[0];
    return this.joined.slice(first?.at ?? this.joined.text.length);
  }

  /** The place of everything after the flags, from the first word to the last. */
  get operandSpan(): Span {
    const [first] = this.operands;
    const last = this.operands.at(-1);
    if (first === undefined || last === undefined) return this.keywordSpan;
    return { start: first.start, end: last.end };
  }

  /** The strings of the exec form, `undefined` in shell form. */
  get exec(): readonly ExecString[] | undefined {
    this.#exec ??= { strings: readExecForm(this.operandText) };
    return this.#exec.strings;
  }

  /** The texts announced with `<<NAME`; RUN, COPY and ADD may have them. */
  get heredocs(): readonly Heredoc[] {
    this.#heredocs ??= this.#readHeredocs();
    return this.#heredocs;
  }

  /** What a shell is given to run. */
  get script(): RunScript {
    this.#script ??= readRunScript(this);
    return this.#script;
  }

  /** The instruction inside: what ONBUILD puts off, or the CMD of a HEALTHCHECK. */
  get inner(): Instruction | undefined {
    this.#inner ??= { instruction: this.#readInner() };
    return this.#inner.instruction;
  }

  flag(name: string): Flag | undefined {
    return this.flags.find((flag) => flag.name === name);
  }

  #read(): { readonly joined: JoinedText; readonly end: number } {
    const { text, lines, escapeCharacter } = this.source;
    this.#header ??= joinLines(text, lines, this.keywordSpan.end, escapeCharacter);
    return this.#header;
  }

  #readHeredocs(): readonly Heredoc[] {
    if (!withHeredocs.has(this.keyword) || !this.joined.text.includes('<<')) return [];
    if (this.exec !== undefined) return [];
    const { text, lines } = this.source;
    return readHeredocs(this.operands, text, lines, lines.lineAt(this.headerEnd) + 1);
  }

  #readInner(): Instruction | undefined {
    const [word] = this.operands;
    const hasInner =
      this.keyword === 'ONBUILD' ||
      (this.keyword === 'HEALTHCHECK' && word?.raw.toUpperCase() === 'CMD');
    if (word === undefined || !hasInner) return undefined;
    return new Instruction(this.source, word, this.line, word.raw);
  }
}

const flagged = new Set(['ADD', 'COPY', 'FROM', 'HEALTHCHECK', 'RUN']);
const withHeredocs = new Set(['ADD', 'COPY', 'RUN']);
