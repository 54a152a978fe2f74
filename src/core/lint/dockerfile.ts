import { DockerfileParser, type Dockerfile as ParsedFile } from 'dockerfile-ast';
import type { ShellParser, Span } from '../shell/script';
import { Instruction, type Source } from './instruction';
import type { Range } from './rule';
import { SourceLines } from './source-lines';
import { readStages, type Section, type Stage } from './stages';

/** The parsed Dockerfile that rules see. */
export interface Dockerfile {
  readonly text: string;
  readonly lines: SourceLines;
  /** All instructions in order; what ONBUILD puts off is inside its instruction. */
  readonly instructions: readonly Instruction[];
  /** What stands before the first FROM. */
  readonly preamble: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** The preamble, when there is one, and the stages: what is judged apart. */
  readonly sections: readonly Section[];
  /** Lines at the top that say how to read the file: `# escape=…`, `# syntax=…`, `# check=…`. */
  readonly directives: readonly Comment[];
  /** All other comments, also those inside an instruction. */
  readonly comments: readonly Comment[];
  /** What ONBUILD puts off, as a file without FROM. */
  readonly triggers: Dockerfile;
  range(span: Span): Range;
}

/** A comment: its line, zero-based, and its text from the `#` on. */
export interface Comment {
  readonly line: number;
  readonly text: string;
}

/**
 * Reads a Dockerfile. Any text is read; what is wrong with it is for the rules to say. The shell
 * parser is asked only for what a rule wants to know of a RUN.
 */
export function parseDockerfile(text: string, shell: ShellParser): Dockerfile {
  const parsed = DockerfileParser.parse(text);
  const lines = new SourceLines(text);
  const source = { text, lines, escapeCharacter: parsed.getEscapeCharacter(), shell };
  return fileOf(readInstructions(parsed, source), source, readComments(parsed, source));
}

function readInstructions(parsed: ParsedFile, source: Source): readonly Instruction[] {
  const { lines } = source;
  const instructions: Instruction[] = [];
  let end = 0;
  for (const node of parsed.getInstructions()) {
    const keyword = node.getInstructionRange();
    const span = { start: lines.offset(keyword.start), end: lines.offset(keyword.end) };
    // The library overlooks some heredocs: what it takes for instructions there is their text.
    if (span.start < end) continue;
    const instruction = new Instruction(source, span, keyword.start.line, node.getInstruction());
    instructions.push(instruction);
    end = instruction.span.end;
  }
  return instructions;
}

interface Comments {
  readonly directives: readonly Comment[];
  readonly comments: readonly Comment[];
}

/** The library takes `# hadolint ignore=…` at the top for a directive; a directive is one word. */
function readComments(parsed: ParsedFile, { text, lines }: Source): Comments {
  const read = (node: { getRange(): Range | null }): readonly Comment[] => {
    const range = node.getRange();
    if (range === null) return [];
    const { start, end } = range;
    return [{ line: start.line, text: text.slice(lines.offset(start), lines.offset(end)) }];
  };
  const top = parsed.getDirectives().flatMap(read);
  const others = top.findIndex((comment) => !/^#\s*[A-Za-z]\w*\s*=/.test(comment.text));
  const directives = others === -1 ? top : top.slice(0, others);
  const comments = [...top.slice(directives.length), ...parsed.getComments().flatMap(read)];
  return { directives, comments };
}

function fileOf(
  instructions: readonly Instruction[],
  source: Source,
  { directives, comments }: Comments,
): Dockerfile {
  const { text, lines } = source;
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const preamble = first === -1 ? instructions : instructions.slice(0, first);
  let stages: readonly Stage[] | undefined;
  return {
    text,
    lines,
    instructions,
    preamble,
    get stages() {
      stages ??= readStages(instructions);
      return stages;
    },
    get sections() {
      return preamble.length === 0 ? this.stages : [{ instructions: preamble }, ...this.stages];
    },
    directives,
    comments,
    get triggers() {
      const triggers = instructions.flatMap(({ keyword, inner }) =>
        keyword === 'ONBUILD' && inner !== undefined ? inner : [],
      );
      return fileOf(triggers, source, { directives: [], comments: [] });
    },
    range: (span) => lines.range(span),
  };
}
