import assert from 'node:assert/strict';
import { formatAgo, formatRfc3339, formatTime } from '../../../src/core/format/time';

describe('formatAgo', () => {
  it('says how long ago it was', () => {
    const now = new Date('2026-01-31T12:00:00Z');
    assert.equal(formatAgo(new Date('2026-01-31T11:57:00Z'), now), '3 minutes ago');
  });
});

describe('formatTime', () => {
  it('prints date, clock, offset and zone', () => {
    const text = formatTime(new Date(2026, 0, 31, 9, 5, 7));
    assert.match(text, /^2026-01-31 09:05:07 [+-]\d{4} \S+$/);
  });
});

describe('formatRfc3339', () => {
  it('prints date, clock and offset', () => {
    const date = new Date(2026, 0, 31, 9, 5, 7);
    const text = formatRfc3339(date);
    assert.match(text, /^2026-01-31T09:05:07(?:Z|[+-]\d\d:\d\d)$/);
    assert.equal(new Date(text).getTime(), date.getTime());
  });
});
