import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  contradiction,
  parseBoolean,
  parseChoice,
  parseCpus,
  parseDuration,
  parseInteger,
  parseIntegerWithin,
  parsePairs,
  parseSize,
  parseSizeOrUnlimited,
  parseWholePairs,
  splitPair,
  wrongValue,
} from '../../../src/core/command/parse-values';

type Parse = (flag: string, value: string) => unknown;

function reads(parse: Parse, value: string, expected: unknown) {
  it(`reads ${value} as ${expected}`, () => assert.equal(parse('flag', value), expected));
}

function refuses(parse: Parse, ...values: readonly string[]) {
  for (const value of values) {
    it(`refuses “${value}”`, () =>
      assert.throws(() => parse('flag', value), {
        name: 'LabError',
        code: 'usage',
        exitCode: 125,
      }));
  }
}

describe('parseSize', () => {
  reads(parseSize, '1024', 1024);
  reads(parseSize, '64m', 64 * 2 ** 20);
  reads(parseSize, '64MB', 64 * 2 ** 20);
  reads(parseSize, '64MiB', 64 * 2 ** 20);
  reads(parseSize, '64 m', 64 * 2 ** 20);
  reads(parseSize, '1.5g', 1.5 * 2 ** 30);
  reads(parseSize, '.5k', 512);
  reads(parseSize, '7b', 7);
  reads(parseSize, '0', 0);
  refuses(parseSize, '', 'm', '-1', '64x', '64ib', '1m1m', '64mbb', '1e3');

  it('reads back what is written in any unit', () => {
    const units = fc.constantFrom(...'bkmgtp');
    fc.assert(
      fc.property(fc.nat(), units, fc.constantFrom('', 'b', 'ib', 'B'), (count, unit, tail) => {
        const text = `${count}${unit}${unit === 'b' ? '' : tail}`;
        assert.equal(parseSize('memory', text), count * 2 ** (10 * 'bkmgtp'.indexOf(unit)));
      }),
    );
  });
});

describe('parseSizeOrUnlimited', () => {
  reads(parseSizeOrUnlimited, '-1', -1);
  reads(parseSizeOrUnlimited, '1k', 1024);
  refuses(parseSizeOrUnlimited, '-2');
});

describe('parseDuration', () => {
  reads(parseDuration, '0', 0);
  reads(parseDuration, '30s', 30e9);
  reads(parseDuration, '1m30s', 90e9);
  reads(parseDuration, '1.5h', 5400e9);
  reads(parseDuration, '500ms', 5e8);
  reads(parseDuration, '2us3ns', 2003);
  refuses(parseDuration, '', '30', 's', '30 s', '-1s', '1d', '1m 30s');

  it('reads back what is written in hours, minutes, seconds and less', () => {
    const part = fc.nat({ max: 59 });
    fc.assert(
      fc.property(part, part, part, fc.nat({ max: 999 }), (hours, minutes, seconds, rest) => {
        const nanoseconds = (hours * 3600 + minutes * 60 + seconds) * 1e9 + rest * 1e6;
        const text = `${hours}h${minutes}m${seconds}s${rest}ms`;
        assert.equal(parseDuration('health-interval', text), nanoseconds);
      }),
    );
  });
});

describe('parseInteger', () => {
  reads(parseInteger, '20', 20);
  reads(parseInteger, '-1', -1);
  refuses(parseInteger, '', 'few', '1.5', '1e3', '0x1');
});

describe('parseIntegerWithin', () => {
  const percent = parseIntegerWithin(0, 100);
  reads(percent, '0', 0);
  reads(percent, '100', 100);
  refuses(percent, '-1', '101', 'x');

  it('says the range', () => {
    assert.throws(() => percent('flag', '101'), { advice: 'It is a whole number, 0 to 100.' });
    assert.throws(() => parseIntegerWithin(1, Number.POSITIVE_INFINITY)('flag', '0'), {
      advice: 'It is a whole number, at least 1.',
    });
  });
});

describe('parseCpus', () => {
  reads(parseCpus, '2', 2e9);
  reads(parseCpus, '0.5', 5e8);
  reads(parseCpus, '.25', 25e7);
  refuses(parseCpus, '', 'many', '-1', '0.0000000001', '1.2.3');
});

describe('parseBoolean', () => {
  reads(parseBoolean, 'true', true);
  reads(parseBoolean, 'T', true);
  reads(parseBoolean, '0', false);
  refuses(parseBoolean, '', 'yes', 'tRUE');
});

describe('parseChoice', () => {
  const parse: Parse = (flag, value) => parseChoice(flag, value, ['always', 'never']);
  reads(parse, 'never', 'never');
  refuses(parse, '', 'Never', 'sometimes');
});

describe('pairs', () => {
  it('split at the first equals sign', () => {
    assert.deepEqual(splitPair('a=b=c'), ['a', 'b=c']);
    assert.deepEqual(splitPair('a'), ['a', '']);
    assert.deepEqual(parsePairs(['a=1', 'b', 'a=2']), { a: '2', b: '' });
    assert.deepEqual(parseWholePairs('opt', ['a=1', 'b=']), { a: '1', b: '' });
  });
  refuses((flag, value) => parseWholePairs(flag, [value]), 'a', '=b', '');
});

describe('errors of values', () => {
  it('name the flag, the value and the right form', () => {
    const { code, message, advice, exitCode } = wrongValue('memory', 'lots', 'Write it as 64m.');
    assert.deepEqual(
      [code, message, advice, exitCode],
      ['usage', '“lots” is no value for --memory.', 'Write it as 64m.', 125],
    );
    assert.equal(wrongValue('memory', '', '').message, '--memory needs a value, not an empty one.');
    assert.deepEqual([contradiction('No.').message, contradiction('No.').exitCode], ['No.', 125]);
  });
});
