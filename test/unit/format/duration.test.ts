import assert from 'node:assert/strict';
import { formatDuration } from '../../../src/core/format/duration';

function prints(seconds: number, expected: string): void {
  it(`${seconds} s are “${expected}”`, () => assert.equal(formatDuration(seconds), expected));
}

const hour = 3600;
const day = 24 * hour;

describe('formatDuration', () => {
  prints(0.4, 'Less than a second');
  prints(1, '1 second');
  prints(45, '45 seconds');
  prints(60, 'About a minute');
  prints(179, '2 minutes');
  prints(45 * 60, '45 minutes');
  prints(hour, 'About an hour');
  prints(47 * hour, '47 hours');
  prints(3 * day, '3 days');
  prints(15 * day, '2 weeks');
  prints(70 * day, '2 months');
  prints(800 * day, '2 years');
});
