import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Fix, Range, Rule, Severity } from '../../core/lint/rule';
import { type LintedFile, reportRow } from './lint-report';

/** SARIF 2.1.0, which code hosts show beside the code. */
export function formatSarif(
  linted: readonly LintedFile[],
  rules: readonly Rule[],
  version: string,
): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Container Labs',
            version,
            informationUri: 'https://github.com/container-labs/container-labs',
            rules: rules.map(describeRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: linted.flatMap(({ file, findings }) =>
          findings.map((finding) => describeFinding(file, finding, rules)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** SARIF has three levels; `style` is a note too. */
const sarifLevels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  style: 'note',
};

function describeRule({ code, name, summary, why, severity, example }: Rule) {
  return {
    id: code,
    name,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${why}\n\nInstead of\n\n${example.bad}\n\nwrite\n\n${example.good}` },
    defaultConfiguration: { level: sarifLevels[severity] },
  };
}

function describeFinding(file: string, finding: Finding, rules: readonly Rule[]) {
  const { line, column, endLine, endColumn } = reportRow(file, finding);
  const artifactLocation = { uri: uriOf(file) };
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: finding.code,
    ruleIndex: rules.findIndex(({ code }) => code === finding.code),
    level: sarifLevels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    fixes: (finding.fixes ?? []).map((fix) => describeFix(fix, artifactLocation)),
  };
}

function describeFix({ title, edits }: Fix, artifactLocation: { readonly uri: string }) {
  const replacements = edits.map(({ range, text }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

function regionOf({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(sep).map(encodeURIComponent).join('/');
}
