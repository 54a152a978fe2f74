import { DockerfileParser, type Dockerfile as ParsedFile } from 'dockerfile-ast';
import type { ShellParser, Span } from '../shell/script';
import { type Comment, readCommentLines } from './comments';
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
  /** All other comments; none of those inside an instruction. */
  readonly comments: readonly Comment[];
  /** What ONBUILD puts off, as a file without FROM. */
  readonly triggers: Dockerfile;
  range(span: Span): Range;
  /** The instruction that a place is in; `undefined` outside of all. */
  instructionAt(offset: number): Instruction | undefined;
}

/**
 * Reads a Dockerfile. Any text is read; what is wrong with it is for the rules to say. The shell
 * parser is asked only for what a rule wants to know of a RUN.
 */
export function parseDockerfile(text: string, shell: ShellParser): Dockerfile {
  const lines = new SourceLines(text);
  const { directives, comments, blanked } = readCommentLines(text, lines);
  // The library sorts comments into stages, which takes minutes in a long file: it gets none.
  const parsed = DockerfileParser.parse(blanked);
  const source = { text, lines, escapeCharacter: parsed.getEscapeCharacter(), shell };
  const instructions = readInstructions(parsed, source);
  const between = comments.filter(
    ({ line }) => findAt(instructions, lines.start(line)) === undefined,
  );
  return fileOf(instructions, source, { directives, comments: between });
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

function fileOf(
  instructions: readonly Instruction[],
  source: Source,
  { directives, comments }: Pick<Dockerfile, 'directives' | 'comments'>,
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
    instructionAt: (offset) => findAt(instructions, offset),
  };
}

function findAt(instructions: readonly Instruction[], offset: number): Instruction | undefined {
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instructions[middle]?.keywordSpan.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const before = instructions[low - 1];
  return before !== undefined && offset <= before.span.end ? before : undefined;
}
