import assert from 'node:assert/strict';
import { hasApi, negotiateApi } from '../../../src/docker/api-version';

function negotiates(spoken: string | undefined, expected: string | undefined): void {
  it(`answers ${spoken} with ${expected}`, () => {
    assert.equal(negotiateApi(spoken), expected);
  });
}

function compares(spoken: string | undefined, wanted: string, expected: boolean): void {
  it(`${spoken} ${expected ? 'has' : 'lacks'} what came with ${wanted}`, () => {
    assert.equal(hasApi(spoken, wanted), expected);
  });
}

describe('negotiateApi', () => {
  negotiates('1.24', 'too old');
  negotiates('1.40', 'too old');
  negotiates('1.41', '1.41');
  negotiates('1.44', '1.44');
  negotiates('1.52', '1.52');
  negotiates('1.99', '1.52');
  negotiates('2.0', '1.52');
  negotiates('', undefined);
  negotiates(undefined, undefined);
});

describe('hasApi', () => {
  compares('1.44', '1.44', true);
  compares('1.43', '1.44', false);
  compares('1.100', '1.44', true);
  compares('2.1', '1.44', true);
  compares(undefined, '1.41', true);
  compares(undefined, '1.42', false);
});
