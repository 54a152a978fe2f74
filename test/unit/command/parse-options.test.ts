import assert from 'node:assert/strict';
import fc from 'fast-check';
import { flagsOf } from '../../../src/core/command/flags';
import { parseOptions } from '../../../src/core/command/parse-options';
import { optionsOf, words } from '../../support/command-words';

describe('parseOptions', () => {
  const rules = { command: 'docker run', flags: flagsOf('run') ?? [], stopsAtArgument: true };

  /** Flags as `name=value`, in order of the text; then what is no flag. */
  const reads = (line: string, flags: readonly string[], ...rest: readonly string[]) =>
    it(`reads ${line}`, () => {
      const { options, parts } = parseOptions(words(line), rules);
      const found = parts.map(({ flag, value }) =>
        value === undefined ? flag : `${flag}=${value}`,
      );
      assert.deepEqual(found, flags);
      assert.deepEqual(
        options.rest.map(({ value }) => value),
        rest,
      );
    });
  const refuses = (line: string, message: string, advice?: string) =>
    it(`refuses ${line}`, () =>
      assert.throws(() => parseOptions(words(line), rules), {
        name: 'LabError',
        code: 'usage',
        exitCode: 125,
        message,
        advice,
      }));

  reads('alpine', [], 'alpine');
  reads('--name x alpine', ['name=x'], 'alpine');
  reads('--name=x alpine', ['name=x'], 'alpine');
  reads('--env=A=b=c alpine', ['env=A=b=c'], 'alpine');
  reads('--name= alpine', ['name='], 'alpine');
  reads('-p 80:80 -p80:80 -p=80:80 x', ['publish=80:80', 'publish=80:80', 'publish=80:80'], 'x');
  reads('-itd alpine', ['interactive', 'tty', 'detach'], 'alpine');
  reads('-itp 80:80 alpine', ['interactive', 'tty', 'publish=80:80'], 'alpine');
  reads('-it=false alpine', ['interactive', 'tty=false'], 'alpine');
  reads('--rm=false --init=1 alpine', ['rm=false', 'init'], 'alpine');
  reads('alpine --rm -it', [], 'alpine', '--rm', '-it');
  reads('--rm -- alpine', ['rm'], 'alpine');
  reads('-e -x alpine', ['env=-x'], 'alpine');
  reads('- alpine', [], '-', 'alpine');
  reads(
    '--net x --net-alias y --dns-opt z a',
    ['network=x', 'network-alias=y', 'dns-option=z'],
    'a',
  );

  refuses('--nmae x', 'docker run has no flag --nmae.', 'Did you mean --name?');
  refuses('--publsh x', 'docker run has no flag --publsh.', 'Did you mean --publish?');
  refuses('-name x', 'docker run has no flag -n.', 'Did you mean --name, with two dashes?');
  refuses('-rm x', 'docker run has no flag -r.', 'Did you mean --rm, with two dashes?');
  refuses('-Z x', 'docker run has no flag -Z.', '“docker run --help” in a shell lists them all.');
  refuses('--name', 'docker run: the flag --name needs a value after it.');
  refuses('-p', 'docker run: the flag -p needs a value after it.');
  refuses('--rm=maybe x', '“maybe” is no value for --rm.', 'It is either true or false.');
  refuses(
    '--constructor x',
    'docker run has no flag --constructor.',
    '“docker run --help” in a shell lists them all.',
  );

  it('takes flags after arguments where the command has no inner one', () => {
    const options = optionsOf('web --force db', 'rm');
    assert.deepEqual(
      [options.isOn('force'), options.rest.map(({ value }) => value)],
      [true, ['web', 'db']],
    );
  });
  it('keeps all values, and tells the last', () => {
    const options = optionsOf('-e A=1 -e A=2 --rm --rm=false alpine');
    assert.deepEqual(
      [options.all('env'), options.last('env'), options.isOn('rm'), options.last('name')],
      [['A=1', 'A=2'], 'A=2', false, undefined],
    );
    assert.equal(
      options.parsed('env', (flag, value) => `${flag} ${value}`),
      'env A=2',
    );
    assert.equal(
      options.parsed('name', () => 'never'),
      undefined,
    );
  });
  it('says which words a flag is made of', () => {
    const line = '-it  --name   web alpine';
    const { parts } = parseOptions(words(line), rules);
    assert.deepEqual(
      parts.map(({ start, end }) => line.slice(start, end)),
      ['-it', '-it', '--name   web'],
    );
  });
  it('gives every value back, however it is written', () => {
    const value = fc.string().filter((text) => !text.includes('\n'));
    fc.assert(
      fc.property(value, (text) => {
        const [flag, word] = words('--name x');
        assert.ok(flag && word);
        const apart = [flag, { ...word, value: text }];
        const joined = [{ ...flag, value: `--name=${text}` }];
        for (const given of [apart, joined]) {
          assert.equal(parseOptions(given, rules).options.last('name'), text);
        }
      }),
    );
  });
});
