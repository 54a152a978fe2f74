import assert from 'node:assert/strict';
import { LabError } from '../../../src/core/lab-error';
import {
  defaultConfig,
  type LintConfig,
  reaches,
  readLintConfig,
} from '../../../src/core/lint/config';

describe('readLintConfig', () => {
  const reads = (text: string, expected: Partial<LintConfig>) =>
    assert.deepEqual(readLintConfig(text, 'file'), { ...defaultConfig, ...expected });
  const refuses = (text: string, message: RegExp) =>
    assert.throws(
      () => readLintConfig(text, '.hadolint.yaml'),
      (error) => error instanceof LabError && message.test(error.message),
    );

  it('reads every key that means something here, and passes over others', () =>
    reads(
      'ignored: [DL3008]\noverride:\n  error: [DL3006]\n  style:\n    - DL3006\n    - DL3015\n' +
        'failure-threshold: none\ntrustedRegistries: [ghcr.io]\ndisable-ignore-pragma: true\n' +
        'no-fail: true\nlabel-schema: { a: text }\nformat: json\n',
      {
        ignored: new Set(['DL3008']),
        severities: new Map([
          ['DL3006', 'error'],
          ['DL3015', 'style'],
        ]),
        failureThreshold: 'ignore',
        trustedRegistries: ['ghcr.io'],
        honoursComments: false,
        neverFails: true,
      },
    ));

  it('takes an empty file, and keys without a value', () => {
    reads('', {});
    reads('# nothing\n', {});
    reads('ignored:\noverride:\n', {});
  });

  it('names the line of a mistake', () => {
    refuses('a: b\nfailure-threshold: loud', /^\.hadolint\.yaml:2: .*error, warning, info/);
    refuses('ignored: DL3008', /^\.hadolint\.yaml:1: "ignored" must be a list/);
    refuses('a: [', /^\.hadolint\.yaml:\d+: This is not valid YAML/);
    refuses('just words', /^\.hadolint\.yaml:1: /);
  });
});

describe('reaches', () => {
  it('compares with the threshold', () =>
    assert.deepEqual(
      [
        reaches('error', 'warning'),
        reaches('warning', 'warning'),
        reaches('info', 'warning'),
        reaches('style', 'ignore'),
      ],
      [true, true, false, true],
    ));
});
