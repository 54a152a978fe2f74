import { commandMeanings, readCommandName } from './command-names';
import { commandRisks } from './command-risks';
import { describeArgument, describeImage, describeInnerCommand } from './describe-argument';
import { describeOutcomes } from './describe-outcome';
import { flagsOf } from './flags';
import { composeFlags, composeGlobalFlags, composeMeanings } from './flags/compose-flags';
import type { Flag, Risk } from './flags/flag';
import type { CommandPart, ExplainedPart, Explanation, Plan, RiskLevel, ShellStep } from './plan';

/** A plan in words: each part with its meaning and its risk, and what exists afterwards. */
export function explainPlan(plan: Plan): Explanation {
  const parts = plan.steps.flatMap((step): readonly ExplainedPart[] => {
    return step.kind === 'docker' ? explainParts(step.parts) : [explainShell(step)];
  });
  const requests = plan.steps.flatMap((step) => (step.kind === 'docker' ? [step.request] : []));
  return { parts, outcome: describeOutcomes(requests), risk: highest(parts) };
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

interface Description {
  readonly meaning: string;
  readonly risk: Risk | undefined;
}

function explainShell({ text, start, end, because, docker }: ShellStep): ExplainedPart {
  const meaning = `runs in a shell of your machine, because of ${because}`;
  const risks = docker.flatMap(explainParts).flatMap(({ risk }) => risk ?? []);
  return { text, start, end, meaning, risk: worst(risks) };
}

function worst<Each extends { readonly level: RiskLevel }>(risks: readonly Each[]) {
  return risks.toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))[0];
}

function explainParts(parts: readonly CommandPart[]): readonly ExplainedPart[] {
  const words = parts.filter(({ role }) => role === 'subcommand').map(({ value }) => value ?? '');
  const { name } = readCommandName(words.flatMap((word) => word.split(' ')));
  const flags = name === 'compose' ? flagsOfCompose(words[1] ?? '') : (flagsOf(name) ?? []);
  const hasInner = ['run', 'create', 'exec', 'service create'].includes(name);
  const inner = parts.filter(({ role }) => hasInner && role === 'argument');
  let index = 0;
  const explained = byPlace(parts.filter((part) => !inner.includes(part))).map((group) => {
    const isArgument = group.some(({ role }) => role === 'argument' || role === 'container');
    return explainGroup(group, name, flags, isArgument ? index++ : 0);
  });
  const [first, last] = [inner[0], inner.at(-1)];
  if (first === undefined || last === undefined) return explained;
  const meaning = describeInnerCommand(
    name,
    inner.map(({ value }) => value ?? ''),
  );
  const text = inner.map((part) => part.text).join(' ');
  return [...explained, { text, start: first.start, end: last.end, meaning, risk: undefined }];
}

/** `-it` is one word and two flags: parts at one place are told together. */
function byPlace(parts: readonly CommandPart[]): readonly (readonly CommandPart[])[] {
  const groups: CommandPart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last?.[0]?.start === part.start) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

function explainGroup(
  group: readonly CommandPart[],
  name: string,
  flags: readonly Flag[],
  index: number,
): ExplainedPart {
  const descriptions = group.map((part) => describe(part, name, flags, index));
  const meaning = descriptions
    .map((each, at) =>
      group.length > 1 ? `${shortOf(group[at], flags)}${each.meaning}` : each.meaning,
    )
    .join('; ');
  const risks = descriptions.flatMap(({ risk }) => risk ?? []);
  const { text = '', start = 0, end = 0 } = group[0] ?? {};
  return { text, start, end, meaning, risk: worst(risks) };
}

function shortOf(part: CommandPart | undefined, flags: readonly Flag[]): string {
  const short = flags.find(({ long }) => long === part?.flag)?.short;
  return short === undefined ? '' : `-${short} `;
}

function flagsOfCompose(command: string): readonly Flag[] {
  const own = Object.hasOwn(composeFlags, command) ? composeFlags[command] : undefined;
  return [...composeGlobalFlags, ...(own ?? [])];
}

function describe(
  part: CommandPart,
  name: string,
  flags: readonly Flag[],
  index: number,
): Description {
  const value = part.value ?? '';
  const plain = (meaning: string): Description => ({ meaning, risk: undefined });
  switch (part.role) {
    case 'program':
      return plain('asks the container engine');
    case 'subcommand':
      return { meaning: describeCommand(name, value), risk: riskOf(name) };
    case 'image':
      return plain(describeImage(name, value));
    case 'flag':
      return describeFlag(part, flags);
    case 'container':
    case 'argument':
      return plain(describeArgument(name, index));
  }
}

function riskOf(command: string): Risk | undefined {
  return Object.hasOwn(commandRisks, command) ? commandRisks[command] : undefined;
}

/** `compose` has commands of its own. */
function describeCommand(name: string, value: string): string {
  if (name === 'compose' && Object.hasOwn(composeMeanings, value)) {
    return composeMeanings[value] ?? '';
  }
  return commandMeanings[name] ?? 'a command of docker';
}

function describeFlag(part: CommandPart, flags: readonly Flag[]): Description {
  const flag = flags.find(({ long }) => long === part.flag);
  if (flag === undefined) return { meaning: 'a flag', risk: undefined };
  const value = part.value ?? '';
  if (flag.takes === 'nothing') {
    return value === 'false'
      ? { meaning: `switched off: ${flag.meaning}`, risk: undefined }
      : { meaning: flag.meaning, risk: flag.risk?.(value) };
  }
  return { meaning: flag.describe?.(value) ?? flag.meaning, risk: flag.risk?.(value) };
}
