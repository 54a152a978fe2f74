import * as z from 'zod/mini';
import { LabError } from '../lab-error';
import { readYaml } from '../validation/read-yaml';
import { type Severity, severities } from './rule';

/** What a rule's findings count as; `ignore` switches it off. */
export type Level = Severity | 'ignore';

/** Which rules count, and how much: what hadolint's configuration file says of it. */
export interface LintConfig {
  /** Codes that are never reported. */
  readonly ignored: ReadonlySet<string>;
  /** Other severities than the rules' own, by code. */
  readonly severities: ReadonlyMap<string, Level>;
  /** Findings of this severity and above make a command line fail; `ignore`: any finding. */
  readonly failureThreshold: Level;
  /** Registries that images may come from; any when empty. */
  readonly trustedRegistries: readonly string[];
  /** Whether comments in a Dockerfile can silence rules. */
  readonly honoursComments: boolean;
  /** Findings never make a command line fail. */
  readonly neverFails: boolean;
}

export const defaultConfig: LintConfig = {
  ignored: new Set(),
  severities: new Map(),
  failureThreshold: 'info',
  trustedRegistries: [],
  honoursComments: true,
  neverFails: false,
};

/** Words for `Level` that hadolint takes. */
export const levels = [...severities, 'ignore', 'none'] as const;

const list = z.nullish(z.array(z.string()));

const fileSchema = z.object({
  ignored: list,
  override: z.nullish(z.object({ error: list, warning: list, info: list, style: list })),
  'failure-threshold': z.nullish(z.enum(levels)),
  trustedRegistries: list,
  'disable-ignore-pragma': z.nullish(z.boolean()),
  'no-fail': z.nullish(z.boolean()),
});

/**
 * Reads a configuration file in hadolint's form; keys of its that mean nothing here are passed over.
 * @throws LabError that names `path`, the line and the mistake.
 */
export function readLintConfig(text: string, path: string): LintConfig {
  // A file of comments only says nothing, and that is fine.
  const { value, problems } = readYaml(text, 1, z.nullable(fileSchema));
  const [first] = problems;
  if (first !== undefined) {
    throw new LabError('usage', `${path}:${first.line}: ${first.message}`, {
      advice: 'Until this is repaired, the file cannot be used.',
    });
  }
  if (value === null || value === undefined) return defaultConfig;
  return {
    ignored: new Set(value.ignored),
    severities: new Map(
      // From the least serious up: of several lists with one code the most serious wins.
      severities
        .toReversed()
        .flatMap((severity) =>
          (value.override?.[severity] ?? []).map((code) => [code, severity] as const),
        ),
    ),
    failureThreshold: toLevel(value['failure-threshold'] ?? 'info'),
    trustedRegistries: value.trustedRegistries ?? [],
    honoursComments: value['disable-ignore-pragma'] !== true,
    neverFails: value['no-fail'] === true,
  };
}

export function toLevel(word: (typeof levels)[number]): Level {
  return word === 'none' ? 'ignore' : word;
}

/** Whether a finding of this severity is at the threshold or above. */
export function reaches(severity: Severity, threshold: Level): boolean {
  return threshold === 'ignore' || severities.indexOf(severity) <= severities.indexOf(threshold);
}
