import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indentJson } from '../../../src/core/format/indent-json';

describe('indentJson', () => {
  it('spreads JSON over lines, four spaces a level', () => {
    assert.equal(
      indentJson('[{"a":1,"b":[],"c":{"d":"x: {y}, \\"z\\""},"e":{}}]'),
      '[\n    {\n        "a": 1,\n        "b": [],\n        "c": {\n            "d": "x: {y}, \\"z\\""\n        },\n        "e": {}\n    }\n]',
    );
  });

  it('leaves numbers and escapes as they are', () => {
    assert.equal(
      indentJson('[9223372036854775807,"\\u003c"]'),
      '[\n    9223372036854775807,\n    "\\u003c"\n]',
    );
  });

  it('agrees with JSON.stringify on any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(indentJson(JSON.stringify(value)), JSON.stringify(value, null, 4));
      }),
    );
  });
});
