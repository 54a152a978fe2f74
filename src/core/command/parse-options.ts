import { LabError } from '../lab-error';
import type { ShellWord } from '../shell/script';
import { nearestName } from '../text/nearest-name';
import type { Flag } from './flags/flag';
import { parseBoolean, usageExitCode } from './parse-values';
import type { CommandPart } from './plan';

/** A word of the command line with its expanded value. */
export interface ValuedWord {
  readonly word: ShellWord;
  readonly value: string;
}

/** The flags and arguments of one command. */
export class Options {
  readonly #given: ReadonlyMap<string, readonly string[]>;
  /** What is no flag, in order. */
  readonly rest: readonly ValuedWord[];

  constructor(given: ReadonlyMap<string, readonly string[]>, rest: readonly ValuedWord[]) {
    this.#given = given;
    this.rest = rest;
  }

  /** Whether a flag that stands alone is given, and not `=false`. */
  isOn(flag: string): boolean {
    return this.last(flag) === 'true';
  }

  /** `undefined` when it is not given at all. */
  last(flag: string): string | undefined {
    return this.all(flag).at(-1);
  }

  all(flag: string): readonly string[] {
    return this.#given.get(flag) ?? [];
  }

  /** The last value, parsed; `undefined` when the flag is not given. */
  parsed<Value>(flag: string, parse: (flag: string, value: string) => Value): Value | undefined {
    const value = this.last(flag);
    return value === undefined ? undefined : parse(flag, value);
  }
}

/** How a command takes its words. */
export interface OptionRules {
  /** `docker run`, for messages. */
  readonly command: string;
  readonly flags: readonly Flag[];
  /** Flags end at the first argument: what follows belongs to the container's own command. */
  readonly stopsAtArgument: boolean;
}

/**
 * Reads flags as the docker client does: `--name x`, `--name=x`, `-p 80:80`, `-p80:80`, `-itd`,
 * `--rm=false`, `--`. Rejects an unknown flag with the nearest known one. `parts` tells which words
 * of the text are which flag.
 */
export function parseOptions(
  words: readonly ValuedWord[],
  rules: OptionRules,
): { readonly options: Options; readonly parts: readonly CommandPart[] } {
  const given = new Map<string, string[]>();
  const rest: ValuedWord[] = [];
  const parts: CommandPart[] = [];
  const add = (flag: Flag, value: string, used: readonly ValuedWord[]) => {
    given.set(flag.long, [...(given.get(flag.long) ?? []), value]);
    const isPlain = flag.takes === 'nothing' && value === 'true';
    parts.push(flagPart(flag, isPlain ? undefined : value, used));
  };
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    const { value } = word;
    if (value === '--') {
      rest.push(...words.slice(index + 1));
      break;
    }
    if (!value.startsWith('-') || value === '-') {
      const from = rules.stopsAtArgument ? words.slice(index) : [word];
      rest.push(...from);
      if (rules.stopsAtArgument) break;
      continue;
    }
    const next = words[index + 1];
    const { entries, usedNext } = value.startsWith('--')
      ? readLong(value.slice(2), next, rules)
      : readShort(value.slice(1), next, rules);
    const used = usedNext && next !== undefined ? [word, next] : [word];
    for (const [flag, text] of entries) add(flag, text, used);
    if (usedNext) index++;
  }
  return { options: new Options(given, rest), parts };
}

interface ReadFlags {
  readonly entries: readonly (readonly [Flag, string])[];
  readonly usedNext: boolean;
}

function readLong(text: string, next: ValuedWord | undefined, rules: OptionRules): ReadFlags {
  const at = text.indexOf('=');
  const name = at === -1 ? text : text.slice(0, at);
  const flag = rules.flags.find((each) => each.long === (oldNames[name] ?? name));
  if (flag === undefined) throw unknownFlag(`--${name}`, name, rules);
  if (at !== -1) {
    const value = text.slice(at + 1);
    return {
      entries: [[flag, flag.takes === 'nothing' ? String(parseBoolean(flag.long, value)) : value]],
      usedNext: false,
    };
  }
  if (flag.takes === 'nothing') return { entries: [[flag, 'true']], usedNext: false };
  if (next === undefined) throw missingValue(`--${name}`, rules);
  return { entries: [[flag, next.value]], usedNext: true };
}

/** Old names that the client still takes. */
const oldNames: Readonly<Record<string, string>> = {
  net: 'network',
  'net-alias': 'network-alias',
  'dns-opt': 'dns-option',
};

function readShort(text: string, next: ValuedWord | undefined, rules: OptionRules): ReadFlags {
  const entries: (readonly [Flag, string])[] = [];
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] ?? '';
    const flag = rules.flags.find((each) => each.short === letter);
    if (flag === undefined) throw unknownFlag(`-${letter}`, text, rules);
    const after = text.slice(index + 1);
    if (flag.takes === 'nothing') {
      if (after.startsWith('=')) {
        return {
          entries: [...entries, [flag, String(parseBoolean(flag.long, after.slice(1)))]],
          usedNext: false,
        };
      }
      entries.push([flag, 'true']);
    } else if (after !== '') {
      return { entries: [...entries, [flag, after.replace(/^=/, '')]], usedNext: false };
    } else {
      if (next === undefined) throw missingValue(`-${letter}`, rules);
      return { entries: [...entries, [flag, next.value]], usedNext: true };
    }
  }
  return { entries, usedNext: false };
}

function unknownFlag(written: string, name: string, rules: OptionRules): LabError {
  const known = rules.flags.map(({ long }) => long);
  const meant = known.includes(name) ? name : nearestName(name, known);
  const advice =
    meant === undefined
      ? `“${rules.command} --help” in a shell lists them all.`
      : `Did you mean --${meant}${known.includes(name) ? ', with two dashes' : ''}?`;
  return new LabError('usage', `${rules.command} has no flag ${written}.`, {
    advice,
    exitCode: usageExitCode,
  });
}

function missingValue(written: string, rules: OptionRules): LabError {
  return new LabError('usage', `${rules.command}: the flag ${written} needs a value after it.`, {
    exitCode: usageExitCode,
  });
}

function flagPart(flag: Flag, value: string | undefined, used: readonly ValuedWord[]): CommandPart {
  const words = used.map(({ word }) => word);
  return {
    role: 'flag',
    flag: flag.long,
    value,
    words,
    text: words.map((word) => word.raw).join(' '),
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
  };
}
