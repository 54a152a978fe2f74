import type { Script, Span } from '../shell/script';
import { type Command, readCommand } from './command';
import type { Instruction } from './instruction';
import { JoinedText } from './joined-text';

/** What RUN, CMD or ENTRYPOINT gives a shell, understood on first use. */
export interface RunScript {
  /** The shell text: lines joined, or the body of a heredoc, or the strings of the exec form. */
  readonly text: string;
  /** Its simple commands, however deep; none when it cannot be read. */
  readonly commands: readonly Command[];
  /** The words of the one plain command it is, when no shell is needed to run it. */
  readonly plainWords: readonly string[] | undefined;
  /** Whether a pipe stands anywhere. */
  readonly hasPipe: boolean;
}

export function readRunScript(instruction: Instruction): RunScript {
  const joined = shellText(instruction);
  let parsed: Script | undefined;
  let commands: readonly Command[] | undefined;
  const parse = (): Script => {
    parsed ??= instruction.source.shell.parse(joined.text);
    return parsed;
  };
  return {
    text: joined.text,
    get commands() {
      commands ??= readCommands(parse(), joined, instruction.exec === undefined);
      return commands;
    },
    get plainWords() {
      return readPlainWords(parse());
    },
    get hasPipe() {
      return parse().hasPipe;
    },
  };
}

function readCommands(
  script: Script,
  joined: JoinedText,
  isShellForm: boolean,
): readonly Command[] {
  if (script.error !== undefined) return [];
  const place = (span: Span) => joined.span(span);
  const whole = new Set(script.steps.map(({ command }) => command));
  return script.commands.map((command) =>
    readCommand(command, place, isShellForm ? (whole.has(command) ? 'step' : 'part') : 'exec'),
  );
}

/** A backslash means other things to other shells: then nobody knows without asking. */
function readPlainWords({ steps }: Script): readonly string[] | undefined {
  const [step, ...others] = steps;
  if (step?.command === undefined || others.length > 0) return undefined;
  const words = step.command.words.flatMap(({ literal, raw }) =>
    literal === undefined || raw.includes('\\') ? [] : [literal],
  );
  return words.length === step.command.words.length ? words : undefined;
}

function shellText(instruction: Instruction): JoinedText {
  const { exec, operandText, heredocs, source } = instruction;
  if (exec !== undefined) {
    return new JoinedText(
      exec.flatMap(({ text, start, end }, index) =>
        index === 0
          ? [{ text, start }]
          : [
              { text: ' ', start: start - 1 },
              { text, start, end },
            ],
      ),
    );
  }
  const [heredoc] = heredocs;
  if (heredoc === undefined) return operandText;
  const first = instruction.operands[0];
  if (heredoc.word === first) {
    const { start, end } = heredoc.body;
    return new JoinedText([{ text: source.text.slice(start, end), start }]);
  }
  return operandText.slice(0, heredoc.word.at - (first?.at ?? 0));
}
