import { formatTable } from './table';
import { evaluateTemplate } from './template/evaluate-template';
import { parseTemplate } from './template/parse-template';
import { goJson, goSafeJson } from './template/value';

/** A list that `--format` applies to: the fields of each item, and the headings of a table. */
export interface FormattableList {
  readonly headings: Readonly<Record<string, string>>;
  readonly items: readonly Readonly<Record<string, unknown>>[];
  /** The template of the usual table, such as `table {{.ID}}\t{{.Names}}`. */
  readonly usual: string;
  /** What `-q` prints of each. */
  readonly quiet: string;
}

/**
 * The list as the docker client prints it: its usual table, or what `--format` says (`json`,
 * `table …` or a template for each line), or names alone with `-q`.
 */
export function formatList(
  { headings, items, usual, quiet }: FormattableList,
  format: string | undefined,
  isQuiet = false,
): string {
  const chosen = format === undefined || format === 'table' ? undefined : format;
  if (isQuiet && chosen === undefined) return eachLine(quiet, items);
  if (chosen !== undefined && wholeItem.test(chosen)) {
    return items.map((item) => `${goSafeJson(item)}\n`).join('');
  }
  const template = (chosen ?? usual).replaceAll('\\t', '\t').replaceAll('\\n', '\n');
  if (!template.startsWith('table')) return eachLine(template, items);
  const nodes = parseTemplate(template.slice('table'.length).trim());
  const rows = [headings, ...items].map((item) => evaluateTemplate(nodes, item).split('\t'));
  return formatTable(rows);
}

/** The whole item as JSON, which the client writes by another way than parts of it. */
const wholeItem = /^(?:json|\{\{\s*json \.\s*\}\})$/;

function eachLine(template: string, items: readonly Readonly<Record<string, unknown>>[]): string {
  const nodes = parseTemplate(template);
  return items.map((item) => `${evaluateTemplate(nodes, item)}\n`).join('');
}

/** One value as `--format` of inspect, version and info has it. */
export function formatValue(value: unknown, format: string): string {
  if (format === 'json') return `${goJson(value)}\n`;
  return `${evaluateTemplate(parseTemplate(format), value)}\n`;
}

/** A whole of several lists, as `--format` of a command with several tables has it: no line ends. */
export function formatWhole(value: unknown, format: string): string {
  if (wholeItem.test(format)) return goSafeJson(value);
  return evaluateTemplate(parseTemplate(format), value);
}
