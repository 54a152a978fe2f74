import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Dockerfile, parseDockerfile } from '../../../src/core/lint/dockerfile';
import type { Span } from '../../../src/core/shell/script';
import { testShellParser } from '../../support/shell-parser';

describe('parseDockerfile', () => {
  let parse: (text: string) => Dockerfile;
  before(async () => {
    const shell = await testShellParser();
    parse = (text) => parseDockerfile(text, shell);
  });

  const cut = ({ text }: Dockerfile, { start, end }: Span) => text.slice(start, end);

  /** The instructions' keywords and words. */
  function reads(text: string, ...expected: readonly (readonly string[])[]) {
    const { instructions } = parse(text);
    assert.deepEqual(
      instructions.map(({ keyword, words }) => [keyword, ...words.map((word) => word.text)]),
      expected,
    );
  }

  it('reads words, quoted ones whole', () =>
    reads('from a as b\nCOPY "x y" \'z\' /', ['FROM', 'a', 'as', 'b'], ['COPY', 'x y', 'z', '/']));

  it('joins continued lines, over comments and blank lines', () =>
    reads('RUN a \\\n# no \\\n\n  b\nRUN c', ['RUN', 'a', 'b'], ['RUN', 'c']));

  it('joins what is continued in the middle of a word', () =>
    reads('RUN ab\\\ncd', ['RUN', 'abcd']));

  it('lets blanks follow the escape character', () => reads('RUN a \\  \n b', ['RUN', 'a', 'b']));

  it('takes the escape character of the directive', () =>
    reads(
      '# escape=`\nRUN a `\n b\nCOPY C:\\x\\ D:\\',
      ['RUN', 'a', 'b'],
      ['COPY', 'C:\\x\\', 'D:\\'],
    ));

  it('reads a keyword that is continued', () => reads('FR\\\nOM a', ['FROM', 'a']));

  it('reads Windows line ends and a byte order mark', () =>
    reads('\ufeffFROM a\r\nRUN b \\\r\n  c\r\n', ['FROM', 'a'], ['RUN', 'b', 'c']));

  it('takes a quote that is never closed for a letter', () =>
    reads('LABEL a="b c', ['LABEL', 'a="b', 'c']));

  it('keeps heredocs out of the words, and knows where they end', () => {
    const file = parse('RUN <<A <<-"B"\none\nA\n\ttwo\n\tB\nCMD x');
    assert.deepEqual(
      file.instructions.map((instruction) => [
        instruction.keyword,
        instruction.heredocs.map(({ name, body, isClosed }) => [name, cut(file, body), isClosed]),
        cut(file, instruction.span),
      ]),
      [
        [
          'RUN',
          [
            ['A', 'one\n', true],
            ['B', '\ttwo\n', true],
          ],
          'RUN <<A <<-"B"\none\nA\n\ttwo\n\tB',
        ],
        ['CMD', [], 'CMD x'],
      ],
    );
  });

  it('takes no heredoc from a here-string, a shift or an exec form', () => {
    const { instructions } = parse('RUN a <<< b\nRUN echo $((1<<2))\nRUN ["cat", "<<A"]\nCMD <<A');
    assert.deepEqual(
      instructions.map(({ heredocs }) => heredocs.length),
      [0, 0, 0, 0],
    );
  });

  it('reads flags, and the rest after them', () => {
    const { instructions } = parse('COPY --from=a --link --chown="b" c /d\nRUN x --from=y');
    assert.deepEqual(
      instructions.map(({ flags, operands }) => [
        flags.map(({ name, value }) => [name, value]),
        operands.map(({ text }) => text),
      ]),
      [
        [
          [
            ['from', 'a'],
            ['link', undefined],
            ['chown', 'b'],
          ],
          ['c', '/d'],
        ],
        [[], ['x', '--from=y']],
      ],
    );
  });

  it('reads the exec form with its places, and only when it is valid', () => {
    const file = parse('CMD [ "a b", \\\n "c\\"d" ]\nCMD ["a", b]\nCMD []\nCMD a');
    const strings = file.instructions.map(({ exec }) => exec?.map((each) => each.text));
    assert.deepEqual(strings, [['a b', 'c"d'], undefined, [], undefined]);
    const places = file.instructions[0]?.exec?.map((each) => cut(file, each));
    assert.deepEqual(places, ['a b', 'c\\"d']);
  });

  it('reads stages, what they are built from, and what stands before them', () => {
    const { stages, preamble } = parse(
      'ARG A\nFROM x.io/a:1@sha256:2 AS one\nRUN b\nFROM one\nFROM One',
    );
    assert.deepEqual(
      stages.map(({ image, alias, base, instructions }) => [
        [image?.registry, image?.name, image?.tag, image?.digest],
        alias?.text,
        base?.alias?.text,
        instructions.length,
      ]),
      [
        [['x.io', 'a', '1', 'sha256:2'], 'one', undefined, 1],
        [[undefined, 'one', undefined, undefined], undefined, 'one', 0],
        [[undefined, 'One', undefined, undefined], undefined, undefined, 0],
      ],
    );
    assert.deepEqual(
      preamble.map(({ keyword }) => keyword),
      ['ARG'],
    );
  });

  it('tells directives at the top from comments', () => {
    const { directives, comments } = parse('# syntax=a\n# hadolint ignore=b\n# x=y\nFROM a\n # c');
    assert.deepEqual(
      [directives, comments],
      [
        [{ line: 0, text: '# syntax=a' }],
        [
          { line: 1, text: '# hadolint ignore=b' },
          { line: 2, text: '# x=y' },
          { line: 4, text: '# c' },
        ],
      ],
    );
  });

  it('reads what ONBUILD puts off, and the command of a HEALTHCHECK', () => {
    const { instructions, triggers } = parse(
      'ONBUILD run a \\\n b\nHEALTHCHECK --interval=1s cmd c',
    );
    assert.deepEqual(
      instructions.map(({ inner }) => [inner?.keyword, inner?.words.map(({ text }) => text)]),
      [
        ['RUN', ['a', 'b']],
        ['CMD', ['c']],
      ],
    );
    assert.equal(triggers.instructions.length, 1);
  });

  /** The commands of the only RUN: each as name, words and the text at its place. */
  function runs(
    text: string,
    ...expected: readonly (readonly [string | undefined, ...string[]])[]
  ) {
    const file = parse(text);
    const [run] = file.instructions;
    assert.deepEqual(
      run?.script.commands.map((command) => [
        command.name,
        ...command.arguments.map((argument) => argument.text),
        cut(file, command),
      ]),
      expected,
    );
  }

  it('finds commands at their places in continued lines', () =>
    runs(
      'RUN --mount=type=tmpfs,target=/t a b && \\\n  # remark\n  (c "d e" | f)',
      ['a', 'b', 'a b'],
      ['c', 'd e', 'c "d e"'],
      ['f', 'f'],
    ));

  it('finds commands in the body of a heredoc', () =>
    runs('RUN <<EOF\na b\nc\nEOF', ['a', 'b', 'a b'], ['c', 'c']));

  it('reads only what stands before a heredoc that is fed to a command', () =>
    runs('RUN cat > x <<EOF\na b\nEOF', ['cat', 'cat']));

  it('takes the exec form for a command', () => runs('RUN ["a", "b"]', ['a', 'b', 'a", "b']));

  it('writes variables with braces, and knows no name when it is one', () =>
    runs('RUN $a ${b} "x$c"', [undefined, '${b}', 'x${c}', '$a ${b} "x$c"']));

  it('has no commands where the shell text cannot be read', () => runs('RUN if a; then ((('));

  it('reads any text, with every place inside of it', () => {
    const pieces = fc.constantFrom(
      ...['FROM ', 'RUN ', 'COPY ', 'ONBUILD ', 'HEALTHCHECK ', 'CMD ', 'a', '"', "'", '[', ']'],
      ...[
        ',',
        ' ',
        '\\',
        '`',
        '\n',
        '\r\n',
        '\r',
        '\t',
        '#',
        '<<',
        '<<-A',
        'A',
        '--x=',
        '$',
        '{',
        '\ufeff',
      ],
      ...['# escape=`\n', '🐳', '\0', 'AS '],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (any) => {
        const file = parse(any);
        const isInside = ({ start, end }: Span) => 0 <= start && start <= end && end <= any.length;
        for (const instruction of file.instructions) {
          const { span, words, flags, exec = [], heredocs, script, inner } = instruction;
          const places = [
            span,
            ...words,
            ...flags,
            ...exec,
            ...script.commands,
            ...heredocs.map(({ body }) => body),
          ];
          assert.ok([...places, ...(inner?.words ?? [])].every(isInside), JSON.stringify(any));
        }
        assert.ok(
          file.instructions.every(
            ({ span }, index, all) => span.start >= (all[index - 1]?.span.end ?? 0),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });
});
