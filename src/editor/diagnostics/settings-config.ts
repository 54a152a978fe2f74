import { defaultConfig, type Level, type LintConfig } from '../../core/lint/config';
import { severities } from '../../core/lint/rule';

/**
 * What the configuration file of the workspace says, with the severities of the settings on top. A
 * rule that the settings name counts even where the file ignores it. Words that are no severity are
 * passed over: the settings editor marks them.
 */
export function settingsConfig(
  file: LintConfig = defaultConfig,
  settings: Readonly<Record<string, string>>,
): LintConfig {
  const chosen = new Map(
    Object.entries(settings).flatMap(([code, word]) => {
      const level = toLevel(word);
      return level === undefined ? [] : [[code, level] as const];
    }),
  );
  return {
    ...file,
    ignored: new Set([...file.ignored].filter((code) => !chosen.has(code))),
    severities: new Map([...file.severities, ...chosen]),
  };
}

function toLevel(word: string): Level | undefined {
  return word === 'off' ? 'ignore' : severities.find((severity) => severity === word);
}
