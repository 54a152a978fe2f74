import { commandMeanings, readCommandName } from './command-names';
import { describeOutcome } from './describe-outcome';
import { flagsOf } from './flags';
import type { Flag, Risk } from './flags/flag';
import type { CommandPart, DockerStep, ExplainedPart, Explanation, Plan, RiskLevel } from './plan';

/** A plan in words: each part with its meaning and its risk, and what exists afterwards. */
export function explainPlan(plan: Plan): Explanation {
  const parts = plan.steps.flatMap((step): readonly ExplainedPart[] => {
    if (step.kind === 'docker') return explainStep(step);
    const { text, start, end, because } = step;
    return [
      {
        text,
        start,
        end,
        meaning: `runs in a shell of your machine, because of ${because}`,
        risk: undefined,
      },
    ];
  });
  const outcome = plan.steps.flatMap((step) =>
    step.kind === 'docker' ? describeOutcome(step.request) : [],
  );
  return { parts, outcome, risk: highest(parts) };
}

/** The risks of a plan at a level or above, each said once; for the question before a run. */
export function risksOf(plan: Plan, from: Exclude<RiskLevel, 'none'>): readonly ExplainedPart[] {
  const least = levels.indexOf(from);
  const seen = new Set<string>();
  return explainPlan(plan).parts.filter(({ risk }) => {
    if (risk === undefined || levels.indexOf(risk.level) < least || seen.has(risk.text))
      return false;
    return seen.add(risk.text);
  });
}

const levels: readonly RiskLevel[] = ['none', 'low', 'medium', 'high'];

function highest(parts: readonly ExplainedPart[]): RiskLevel {
  const found = parts.map(({ risk }) => levels.indexOf(risk?.level ?? 'none'));
  return levels[Math.max(0, ...found)] ?? 'none';
}

function explainStep({ parts }: DockerStep): readonly ExplainedPart[] {
  const words = parts.filter(({ role }) => role === 'subcommand').map(({ value }) => value ?? '');
  const { name } = readCommandName(words.flatMap((word) => word.split(' ')));
  const flags = flagsOf(name) ?? [];
  const explained: ExplainedPart[] = [];
  const container: CommandPart[] = [];
  for (const part of parts) {
    if (part.role === 'argument' && (name === 'run' || name === 'exec' || name === 'create')) {
      container.push(part);
      continue;
    }
    explained.push({
      text: part.text,
      start: part.start,
      end: part.end,
      ...describe(part, name, flags),
    });
  }
  const [first, last] = [container[0], container.at(-1)];
  if (first !== undefined && last !== undefined) {
    explained.push({
      text: container.map(({ text }) => text).join(' '),
      start: first.start,
      end: last.end,
      meaning:
        name === 'exec'
          ? 'the command to run in it'
          : 'what to run in it, instead of what the image would start',
      risk: undefined,
    });
  }
  return explained;
}

function describe(
  part: CommandPart,
  name: string,
  flags: readonly Flag[],
): { readonly meaning: string; readonly risk: Risk | undefined } {
  switch (part.role) {
    case 'program':
      return { meaning: 'asks the container engine', risk: undefined };
    case 'subcommand':
      return { meaning: commandMeanings[name] ?? 'a command of docker', risk: undefined };
    case 'image':
      return { meaning: describeImage(part.value ?? ''), risk: undefined };
    case 'container':
      return { meaning: 'the container that is meant', risk: undefined };
    case 'flag':
      return describeFlag(part, flags);
    case 'argument':
      return { meaning: argumentMeanings[name] ?? 'what it is about', risk: undefined };
  }
}

const argumentMeanings: Readonly<Record<string, string>> = {
  build: 'the build context: the folder whose files may be copied into the image',
  inspect: 'what is looked at',
  compose: 'is passed on to Compose',
  tag: 'the image, or its new name',
};

/** `-it` is one word and two flags: each is described, the grouped word once for each. */
function describeFlag(part: CommandPart, flags: readonly Flag[]) {
  const flag = flags.find(({ long }) => long === part.flag);
  if (flag === undefined) return { meaning: 'a flag', risk: undefined };
  const isOff = flag.takes === 'nothing' && part.value === 'false';
  const value = part.value ?? '';
  const meaning = flag.describe && flag.takes !== 'nothing' ? flag.describe(value) : flag.meaning;
  return {
    meaning: isOff ? `not: ${meaning}` : meaning,
    risk: isOff ? undefined : flag.risk?.(value),
  };
}

function describeImage(reference: string): string {
  if (reference.includes('@')) return 'the image, pinned to exactly these bytes';
  const tag = /:([^/:]+)$/.exec(reference)?.[1];
  return tag === undefined
    ? 'the image; without a tag, the one called latest'
    : `the image, in the version tagged ${tag}`;
}
