import assert from 'node:assert/strict';
import { lintWith } from '../../../src/cli/lint';
import type { LintSurroundings } from '../../../src/cli/lint/surroundings';
import { LabError } from '../../../src/core/lab-error';
import type { ShellParser } from '../../../src/core/shell/script';
import { testShellParser } from '../../support/shell-parser';

describe('lint', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  const bytes = (text: string) => new TextEncoder().encode(text);

  /** Runs the command line over files in memory: exit code, both streams, the files afterwards. */
  async function run(
    arguments_: readonly string[],
    files: Readonly<Record<string, string | Uint8Array>> = {},
    given: Partial<LintSurroundings> = {},
  ) {
    const left = new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? bytes(content) : content,
      ]),
    );
    let output = '';
    let complaints = '';
    const exitCode = await lintWith(arguments_, {
      shell,
      home: '/home/me',
      environment: {},
      isTerminal: false,
      async readFile(path) {
        const content = left.get(path);
        if (content === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
        return content;
      },
      async writeFile(path, content) {
        left.set(path, content);
      },
      readInput: async () => bytes('FROM debian\n'),
      print: (text) => {
        output += text;
      },
      complain: (text) => {
        complaints += text;
      },
      ...given,
    });
    const text = (path: string) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(left.get(path));
    return { exitCode, output, complaints, text };
  }

  /** The exit code alone, with `FROM debian` (a warning) and what is given. */
  async function ends(
    exitCode: number,
    arguments_: readonly string[],
    files: Readonly<Record<string, string>> = {},
  ) {
    const result = await run([...arguments_, 'D'], { D: 'FROM debian\n', ...files });
    assert.equal(result.exitCode, exitCode);
  }

  it('prints JSON with one-based places', async () => {
    const { exitCode, output } = await run(['--format', 'json', '-']);
    assert.deepEqual(
      [exitCode, JSON.parse(output)],
      [
        1,
        [
          {
            file: '-',
            line: 1,
            column: 6,
            endLine: 1,
            endColumn: 12,
            code: 'DL3006',
            level: 'warning',
            message: 'Pin debian to a version; without a tag it is whatever "latest" is that day.',
          },
        ],
      ],
    );
  });

  it('begins on the line of the instruction, as hadolint counts', async () => {
    const { output } = await run(['-f', 'json', 'D'], {
      D: 'FROM a:1\nRUN ls && \\\n  apt-get install -y b=1',
    });
    const [{ line, column, endLine, endColumn }] = JSON.parse(output);
    assert.deepEqual([line, column, endLine, endColumn], [2, 1, 3, 25]);
  });

  it('ends with 0 below the threshold, 1 at it, whoever sets it', async () => {
    await ends(1, []);
    await ends(0, ['--failure-threshold', 'error']);
    await ends(1, ['-t', 'warning']);
    await ends(1, ['-t', 'none']);
    await ends(0, [], { '.hadolint.yaml': 'failure-threshold: error' });
    await ends(1, ['-t', 'info'], { '.hadolint.yaml': 'failure-threshold: error' });
    await ends(0, [], { '.hadolint.yaml': 'no-fail: true' });
  });

  it('takes the first configuration where hadolint looks, or the one named', async () => {
    const off = 'ignored: [DL3006]';
    await ends(0, [], { '/home/me/.hadolint.yml': off });
    await ends(0, [], { '/home/me/.config/hadolint.yaml': off });
    await ends(1, [], { '.hadolint.yaml': '', '/home/me/.hadolint.yaml': off });
    await ends(0, ['--config', 'mine'], { '.hadolint.yaml': '', mine: off });
    await ends(0, ['--ignore', 'DL3006']);
  });

  it('reports the other files when one cannot be read, and ends with 2', async () => {
    const { exitCode, output, complaints } = await run(['gone', 'D'], { D: 'FROM debian' });
    assert.deepEqual(
      [exitCode, output.split('\n').length, complaints],
      [2, 3, 'container-labs: gone: there is no such file.\n'],
    );
  });

  it('repairs files, and keeps line ends and the byte order mark', async () => {
    const { exitCode, output, text } = await run(['--fix', 'D'], {
      D: '\ufeffFROM a:1\r\nMAINTAINER me\r\n',
    });
    assert.deepEqual(
      [exitCode, output, text('D')],
      [0, '', '\ufeffFROM a:1\r\nLABEL org.opencontainers.image.authors="me"\r\n'],
    );
  });

  it('repairs nothing in a file that is not in UTF-8', async () => {
    const latin = Uint8Array.from([...bytes('FROM a:1\nMAINTAINER '), 0xe9, 0x0a]);
    const { exitCode, complaints } = await run(['--fix', 'D'], { D: latin });
    assert.deepEqual(
      [exitCode, complaints],
      [2, 'container-labs: D: it is not in UTF-8, so it was not repaired.\n'],
    );
  });

  it('tells of itself with --help', async () => {
    const { exitCode, output } = await run(['--help']);
    assert.equal(exitCode, 0);
    assert.match(output, /--failure-threshold LEVEL/);
  });

  /** The command line is refused with these words. */
  async function refuses(arguments_: readonly string[], message: RegExp, files = {}) {
    await assert.rejects(
      run(arguments_, files),
      (error) => error instanceof LabError && message.test(error.message),
    );
  }

  it('refuses what it cannot mean, in words', async () => {
    await refuses([], /takes at least one file/);
    await refuses(['--formt', 'json', 'D'], /^Unknown option '--formt'\.$/);
    await refuses(['--format', 'jsn', 'D'], /not "jsn"\. Did you mean "json"\?/);
    await refuses(['-t', 'loud', 'D'], /--failure-threshold takes error, warning, info/);
    await refuses(['--fix', '-'], /standard input is none/);
    await refuses(['--config', 'gone', 'D'], /There is no file gone/);
    await refuses(['D'], /^\.hadolint\.yaml:1: /, { '.hadolint.yaml': 'ignored: 1', D: '' });
  });

  it('colours for a terminal only, unless NO_COLOR is set', async () => {
    const isColoured = async (given: Partial<LintSurroundings>, ...options: readonly string[]) =>
      (await run([...options, '-'], {}, given)).output.includes('\u001b[');
    assert.deepEqual(
      [
        await isColoured({}),
        await isColoured({ isTerminal: true }),
        await isColoured({ isTerminal: true, environment: { NO_COLOR: '1' } }),
        await isColoured({ isTerminal: true }, '--no-color'),
      ],
      [false, true, false, false],
    );
  });
});
