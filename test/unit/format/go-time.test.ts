import assert from 'node:assert/strict';
import { goTime } from '../../../src/core/format/go-time';

describe('goTime', () => {
  const prints = (text: string, expected: string) =>
    it(`prints ${text}`, () => assert.equal(goTime(text), expected));
  prints('2026-01-31T12:00:00.270381411Z', '2026-01-31 12:00:00.270381411 +0000 UTC');
  prints('2026-01-31T12:00:00.120Z', '2026-01-31 12:00:00.12 +0000 UTC');
  prints('2026-01-31T12:00:00Z', '2026-01-31 12:00:00 +0000 UTC');
  prints('2026-01-31T12:00:00.5+01:00', '2026-01-31 12:00:00.5 +0100 +0100');
  prints('never', 'never');
});
