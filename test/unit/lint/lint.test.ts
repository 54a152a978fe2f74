import assert from 'node:assert/strict';
import fc from 'fast-check';
import { automaticEdits } from '../../../src/core/lint/apply-fixes';
import { defaultConfig, type LintConfig } from '../../../src/core/lint/config';
import { lintDockerfile } from '../../../src/core/lint/lint';
import type { Finding, Position } from '../../../src/core/lint/rule';
import { SourceLines } from '../../../src/core/lint/source-lines';
import type { ShellParser } from '../../../src/core/shell/script';
import { testShellParser } from '../../support/shell-parser';

describe('lintDockerfile', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  const lint = (text: string, config?: Partial<LintConfig>): readonly Finding[] =>
    lintDockerfile(text, { shell, config: { ...defaultConfig, ...config } });

  /** Line, one-based, and code of each finding, in order. */
  function finds(text: string, expected: readonly string[], config?: Partial<LintConfig>) {
    assert.deepEqual(
      lint(text, config).map(({ line, code }) => `${line + 1} ${code}`),
      expected,
    );
  }

  it('reports in the order of the lines, and names the line an instruction begins on', () =>
    finds('FROM debian\nRUN apt-get update && \\\n  apt-get install -y curl=1\nMAINTAINER me', [
      '1 DL3006',
      '2 DL3009',
      '2 DL3015',
      '4 DL4000',
    ]));

  it('leaves out what the configuration ignores, or sets to ignore', () =>
    finds('FROM debian\nMAINTAINER me\nCMD x', ['3 DL3025'], {
      ignored: new Set(['DL3006']),
      severities: new Map([['DL4000', 'ignore']]),
    }));

  it('lets what is ignored win over a severity', () =>
    finds('FROM debian', [], {
      ignored: new Set(['DL3006']),
      severities: new Map([['DL3006', 'error']]),
    }));

  it('gives findings the severity of the configuration', () =>
    assert.deepEqual(
      lint('FROM debian\nMAINTAINER me', { severities: new Map([['DL3006', 'style']]) }).map(
        ({ severity }) => severity,
      ),
      ['style', 'error'],
    ));

  it('listens to no comment when the configuration says so', () =>
    finds('# hadolint global ignore=DL3006\nFROM debian', ['2 DL3006'], {
      honoursComments: false,
    }));

  const pieces = fc.constantFrom(
    ...[
      'FROM ',
      'RUN ',
      'COPY ',
      'ADD ',
      'ONBUILD ',
      'CMD ',
      'ENTRYPOINT ',
      'HEALTHCHECK ',
      'USER ',
    ],
    ...[
      'WORKDIR ',
      'MAINTAINER ',
      'debian',
      ':latest',
      ' AS a',
      'root',
      'apt-get ',
      'update',
      'install ',
    ],
    ...[
      'curl',
      ' && ',
      ' | ',
      ' \\\n',
      '\n',
      '\n',
      '\n',
      '# hadolint ignore=DL3006\n',
      '<<EOF',
      'EOF',
    ],
    ...['[', '"', ']', "'", ' ', '$', '\t', '🐳', '\0', '/'],
  );
  const dockerfiles = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('takes any text, with every place inside of it and repairs that do not overlap', () =>
    fc.assert(
      fc.property(dockerfiles, (text) => {
        const findings = lint(text);
        const lines = new SourceLines(text);
        const edits = [
          ...automaticEdits(findings),
          ...findings.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits)),
        ];
        const isInside = ({ line, character }: Position) =>
          line >= 0 &&
          line < lines.count &&
          character >= 0 &&
          lines.start(line) + character <= lines.start(line + 1);
        for (const {
          range: { start, end },
        } of [...findings, ...edits]) {
          assert.ok(
            isInside(start) && isInside(end) && lines.offset(start) <= lines.offset(end),
            JSON.stringify(text),
          );
        }
        const places = automaticEdits(findings)
          .map(({ range }) => [lines.offset(range.start), lines.offset(range.end)] as const)
          .sort(([a], [b]) => a - b);
        assert.ok(places.every(([start], index) => start >= (places[index - 1]?.[1] ?? 0)));
      }),
      { numRuns: 300 },
    ));

  it('finds the same with the line ends of Windows', () =>
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
        (text) => {
          const inShort = (findings: readonly Finding[]) =>
            findings.map(({ code, message, range }) => [code, message, range.start]);
          assert.deepEqual(inShort(lint(text.replaceAll('\n', '\r\n'))), inShort(lint(text)));
        },
      ),
      { numRuns: 300 },
    ));
});
