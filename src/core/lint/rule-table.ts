import { rules } from './rules/index';

/** The rules as a Markdown table, for the README. */
export function ruleTable(): string {
  const rows = rules.map(
    ({ code, name, severity, summary }) => `| ${code} | \`${name}\` | ${severity} | ${summary} |`,
  );
  return ['| code | name | severity | what it asks for |', '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}
