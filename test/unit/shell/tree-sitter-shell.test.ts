import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Script, ShellCommand, ShellParser, Span } from '../../../src/core/shell/script';
import { testShellParser } from '../../support/shell-parser';

describe('tree-sitter-shell', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  /** The text's only command has words with these values; `undefined`: not without a shell. */
  function reads(text: string, ...values: readonly (string | undefined)[]) {
    const [command, ...others] = shell.parse(text).steps.map((step) => step.command);
    assert.deepEqual(others, []);
    assert.deepEqual(
      command?.words.map((word) => word.literal),
      values,
    );
  }

  /** The text's steps, in short: `&& docker ps` or `; a pipe`. */
  function steps(text: string, ...expected: readonly string[]) {
    const found = shell.parse(text).steps.map((step) => {
      const what = step.needsShell ?? step.command?.words.map((word) => word.literal).join(' ');
      return `${step.joinedBy} ${what}`;
    });
    assert.deepEqual(found, expected);
  }

  /** The parts of the second word of `a WORD`. */
  function parts(word: string) {
    return shell.parse(`a ${word}`).commands[0]?.words[1]?.parts;
  }

  describe('words', () => {
    it('are split at blanks', () =>
      reads('docker  run\t-it alpine', 'docker', 'run', '-it', 'alpine'));
    it('lose their quotes', () => reads(`a 'b c' "d e" f"g"'h'`, 'a', 'b c', 'd e', 'fgh'));
    it('keep what single quotes protect', () => reads("a '$HOME\\n'", 'a', '$HOME\\n'));
    it('lose their backslashes', () => reads('a b\\ c \\$d "\\"e\\x"', 'a', 'b c', '$d', '"e\\x'));
    it("know the escapes of $'…'", () => reads("a $'b\\n\\x41\\101'", 'a', 'b\nAA'));
    it('may be empty', () => reads(`a '' ""`, 'a', '', ''));
    it('may be joined by a continued line', () => reads('a b\\\nc', 'a', 'bc'));
    it('may be joined by many, quoted or not', () =>
      reads('a b\\\n"c"\\\n\\\r\nd e', 'a', 'bcd', 'e'));
    it('go on in the next line', () => reads('a b \\\n  c', 'a', 'b', 'c'));
    it('go on in the next line of Windows', () => reads('a b \\\r\n  c\r\n', 'a', 'b', 'c'));
    it('may be odd signs', () =>
      reads('a [ b ] == = =~ ! + if', 'a', '[', 'b', ']', '==', '=', '=~', '!', '+', 'if'));
    it('may hold braces', () => reads('a {{.Names}} {}', 'a', '{{.Names}}', '{}'));
    it('may hold a hash', () => reads('a b#c # d', 'a', 'b#c'));
    it('may look like assignments', () => reads('a -e B=c --d=e', 'a', '-e', 'B=c', '--d=e'));
    it('have no value with an expansion in them', () =>
      reads('a $B *.c', 'a', undefined, undefined));
    it('may be put together by $"…"', () => reads('a $"b"', 'a', '$b'));
  });

  describe('parts of a word', () => {
    it('are variables', () =>
      assert.deepEqual(parts('$A"${B}/c"'), [
        { kind: 'variable', name: 'A', quoted: false },
        { kind: 'variable', name: 'B', quoted: true },
        { kind: 'literal', text: '/c' },
      ]));
    it('are the home folder', () =>
      assert.deepEqual(parts('~/a'), [{ kind: 'home' }, { kind: 'literal', text: '/a' }]));
    it('are not the home folder in quotes', () =>
      assert.deepEqual(parts('"~/a"'), [{ kind: 'literal', text: '~/a' }]));
    it('are not the home folder of others', () =>
      assert.deepEqual(parts('~root/a'), [{ kind: 'other', raw: '~root/a' }]));
    it('are patterns', () => {
      for (const pattern of ['*.[ch]', 'a[bc]d', 'b=[1]', '?'])
        assert.deepEqual(parts(pattern), [{ kind: 'glob', text: pattern }]);
    });
    it('are more than a shell can tell without running', () =>
      assert.deepEqual(parts('${A:-b}'), [{ kind: 'other', raw: '${A:-b}' }]));
    it('are lists in braces', () =>
      assert.deepEqual(parts('{a,b}'), [{ kind: 'other', raw: '{a,b}' }]));
    for (const substitution of ['$(pwd)', '`pwd`']) {
      it(`are substitutions: ${substitution}`, () => {
        const [part, ...rest] = parts(`${substitution}:/x`) ?? [];
        assert.equal(part?.kind, 'substitution');
        const names = part.kind === 'substitution' && part.commands.map(nameOf);
        assert.deepEqual([names, rest], [['pwd'], [{ kind: 'literal', text: ':/x' }]]);
      });
    }
  });

  describe('steps', () => {
    it('stand on lines', () => steps('a\n\n# why\nb c', 'start a', '; b c'));
    it('are joined', () => steps('a && b || c; d', 'start a', '&& b', '|| c', '; d'));
    it('may need a pipe', () => steps('a | b && c', 'start a pipe', '&& c'));
    it('may need a redirection', () => steps('a > b', 'start a redirection'));
    it('may need a text from here', () =>
      steps('a <<< b; c <<E\nx\nE', 'start a redirection', '; a redirection'));
    it('may need a variable set', () =>
      steps('A=b; A=b c', 'start an assignment', '; an assignment'));
    it('may run in the background', () => steps('a && b & c', 'start a background job', '; c'));
    it('may be loops', () => steps('for x in 1 2; do a; done', 'start a loop'));
    it('may be groups', () => steps('(a; b); { c; }', 'start a subshell', '; a group of commands'));
    it('may be negated', () => steps('! a', 'start a negation'));
    it('may be broken', () => steps('if', 'start syntax that could not be read'));
    it('are none in an empty text', () => steps(' \n# only a comment\n'));
  });

  describe('script', () => {
    it('holds every command, however nested', () => {
      const text = 'a $(b "$(c)") | d; for x in `e`; do (f && { g; }); done; if h; then i; fi';
      assert.deepEqual(shell.parse(text).commands.map(nameOf), [...'abcdefghi']);
    });
    it('knows its pipes', () => {
      assert.equal(shell.parse('a $(b | c)').hasPipe, true);
      assert.equal(shell.parse("a 'b | c'").hasPipe, false);
    });
    it('knows where it breaks', () => {
      assert.equal(shell.parse('a && b').error, undefined);
      assert.deepEqual(shell.parse('a; ; b').error, { start: 3, end: 4 });
    });
    it('counts places in UTF-16 units', () => {
      const text = 'écho "😀" ende';
      const words = shell.parse(text).commands[0]?.words ?? [];
      assert.deepEqual(
        words.map((word) => text.slice(word.start, word.end)),
        ['écho', '"😀"', 'ende'],
      );
    });
    it('counts places in lines of Windows', () => {
      const text = 'a \\\r\n b\r\nc "d\r\ne" f';
      const words = shell.parse(text).commands.flatMap((command) => command.words);
      assert.deepEqual(
        words.map((word) => text.slice(word.start, word.end)),
        ['a', 'b', 'c', '"d\r\ne"', 'f'],
      );
    });
    it('reads deep nesting', () => {
      const deep = `${'a "$('.repeat(300)}b${')"'.repeat(300)}`;
      assert.equal(shell.parse(deep).commands.length, 301);
      const long = Array.from({ length: 20_000 }, () => 'a').join(' && ');
      assert.equal(shell.parse(long).steps.length, 20_000);
    });
    it('reads thousands of texts without keeping memory', () => {
      const text = 'apt-get update && apt-get install -y "curl" $(cat list) | tee log';
      const size = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
      for (let count = 0; count < 200; count++) shell.parse(text);
      const before = size();
      for (let count = 0; count < 2000; count++) shell.parse(text);
      assert.ok(size() - before < 8 * 2 ** 20);
    });
  });

  const shellText = fc.string({
    unit: fc.constantFrom(
      ...'ab1 \n\r\\\'"$`(){}[]<>|&;#~*?!=:/-.,@é😀\t\0',
      '$(',
      '${',
      '&&',
      '||',
      '<<',
      'if ',
      'for ',
      'docker ',
      '\\\n',
    ),
    maxLength: 60,
  });

  for (const [name, texts] of [
    ['shell-like text', shellText],
    ['any text', fc.string({ unit: 'binary' })],
  ] as const) {
    it(`takes ${name}, and every place lies inside it`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const script = shell.parse(text);
          for (const span of spans(script)) {
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
          }
          for (const word of script.commands.flatMap((command) => command.words)) {
            assert.equal(word.raw, text.slice(word.start, word.end));
            const isLiteral = word.parts.every((part) => part.kind === 'literal');
            assert.equal(word.literal !== undefined, isLiteral);
          }
          for (const step of script.steps) {
            assert.equal(step.command === undefined, step.needsShell !== undefined);
          }
        }),
        { numRuns: 400 },
      );
    });
  }

  it('gives quoted words back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (values) => {
        const quoted = values.map((value) => `'${value.replaceAll("'", "'\\''")}'`);
        reads(`a ${quoted.join(' ')}`, 'a', ...values);
      }),
    );
  });
});

function nameOf(command: ShellCommand): string | undefined {
  return command.words[0]?.literal;
}

function spans(script: Script): readonly Span[] {
  const words = script.commands.flatMap((command) => command.words);
  return [...script.commands, ...script.steps, ...words, ...(script.error ? [script.error] : [])];
}
