import { LabError } from '../lab-error';
import type { Script, ScriptStep, ShellCommand, ShellParser, WordPart } from '../shell/script';
import { expandWord } from './expand-word';
import { parseDocker } from './parse-docker';
import type { ValuedWord } from './parse-options';
import type { Plan, PlanStep, Surroundings } from './plan';

/**
 * Understands a block of commands. Docker commands become requests, everything else is left to a
 * shell. Throws a `LabError` with code `usage` when a docker command is wrong.
 */
export function planBlock(text: string, shell: ShellParser, surroundings: Surroundings): Plan {
  const script = shell.parse(text);
  if (script.error !== undefined) {
    const wrong = text.slice(script.error.start, script.error.end).trim().split('\n')[0] ?? '';
    throw new LabError('usage', `The command cannot be read, near “${wrong.slice(0, 40)}”.`, {
      advice: 'Is a quote or a bracket not closed?',
    });
  }
  const plan = (step: ScriptStep) => planStep(step, { text, script, surroundings });
  return { text, steps: script.steps.map(plan) };
}

interface Block {
  readonly text: string;
  readonly script: Script;
  readonly surroundings: Surroundings;
}

function planStep(step: ScriptStep, block: Block): PlanStep {
  const { text, surroundings } = block;
  const span = { start: step.start, end: step.end };
  const runs =
    step.joinedBy === '&&' ? 'after success' : step.joinedBy === '||' ? 'after failure' : 'always';
  const toShell = (because: string): PlanStep => ({
    kind: 'shell',
    text: text.slice(step.start, step.end),
    because,
    docker: dockerCommandsIn(step, block),
    needsClient: commandsIn(step, block).some(isDocker),
    runs,
    ...span,
  });
  if (step.command === undefined) return toShell(step.needsShell ?? 'shell syntax');
  const words = expandAll(step.command, surroundings);
  if ('needsShell' in words) return toShell(words.needsShell);
  const docker = asDocker(words.values);
  if (docker === undefined) return toShell(`the program ${words.values[0]?.value ?? ''}`);
  const parsed = parseDocker(docker, surroundings);
  if (parsed === undefined) return toShell('something that only the docker client can do');
  return { kind: 'docker', ...parsed, runs, ...span };
}

function commandsIn(step: ScriptStep, { script }: Block): readonly ShellCommand[] {
  return script.commands.filter(({ start, end }) => step.start <= start && end <= step.end);
}

function isDocker({ words }: ShellCommand): boolean {
  const [first, second] = words;
  return (first?.literal === 'sudo' ? second : first)?.literal === 'docker';
}

/** A word that only a shell can tell stands for itself here; a mistake is the shell's to tell. */
function dockerCommandsIn(step: ScriptStep, block: Block) {
  const { surroundings } = block;
  return commandsIn(step, block).flatMap(({ words }) => {
    const values = words.map((word) => {
      const expansion = expandWord(word, surroundings);
      return { word, value: 'value' in expansion ? expansion.value : word.raw };
    });
    try {
      const docker = asDocker(values);
      const parsed = docker && parseDocker(docker, surroundings);
      return parsed === undefined ? [] : [parsed.parts];
    } catch (error) {
      if (error instanceof LabError) return [];
      throw error;
    }
  });
}

function expandAll(
  command: ShellCommand,
  surroundings: Surroundings,
): { readonly values: readonly ValuedWord[] } | { readonly needsShell: string } {
  const values: ValuedWord[] = [];
  for (const word of command.words) {
    const expansion = expandWord(word, surroundings);
    if ('needsShell' in expansion) return expansion;
    // A shell drops a word that is nothing but an empty variable.
    const isDropped = expansion.value === '' && word.parts.every(isBareVariable);
    if (!isDropped) values.push({ word, value: expansion.value });
  }
  return { values };
}

function isBareVariable(part: WordPart): boolean {
  return part.kind === 'variable' && !part.quoted;
}

/** The words from `docker` on; `sudo` before it is accepted, `docker-compose` is `docker compose`. */
function asDocker(words: readonly ValuedWord[]): readonly ValuedWord[] | undefined {
  const [first, ...rest] = words;
  if (first === undefined) return undefined;
  if (first.value === 'sudo') return rest[0]?.value.startsWith('-') ? undefined : asDocker(rest);
  if (first.value === 'docker' || first.value === 'podman') return words;
  if (first.value !== 'docker-compose') return undefined;
  return [{ ...first, value: 'docker' }, { ...first, value: 'compose' }, ...rest];
}
