import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutCarriageReturns } from '../../../src/core/shell/source-text';

describe('withoutCarriageReturns', () => {
  it('leaves those that end no line', () =>
    assert.equal(withoutCarriageReturns('a\rb\r\nc\r').text, 'a\rb\nc\r'));

  it('finds the way back', () => {
    const source = withoutCarriageReturns('ab\r\ncd');
    const span = source.span({ startIndex: 3, endIndex: 5 });
    assert.deepEqual([span, source.original(span)], [{ start: 4, end: 6 }, 'cd']);
    assert.deepEqual(source.span({ startIndex: 0, endIndex: 2 }), { start: 0, end: 2 });
  });

  it('finds the way back from any place', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n', '😀') });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (given, first, second) => {
        const source = withoutCarriageReturns(given);
        const size = source.text.length + 1;
        const [startIndex = 0, endIndex = 0] = [first % size, second % size].sort((a, b) => a - b);
        const original = source.original(source.span({ startIndex, endIndex }));
        const clean = original.replace(/\r(?=\n)/g, '');
        assert.equal(clean, source.text.slice(startIndex, endIndex));
      }),
    );
  });
});
