import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { SettlingTimer } from '../../../src/editor/settling-timer';

/** How often the work was done after each of these many milliseconds; `!` is a call. */
function count(...course: readonly (number | '!' | 'dispose')[]): readonly number[] {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    let done = 0;
    const timer = new SettlingTimer(() => done++);
    return course.flatMap((step) => {
      if (step === '!') timer.touch();
      else if (step === 'dispose') timer.dispose();
      else mock.timers.tick(step);
      return typeof step === 'number' ? [done] : [];
    });
  } finally {
    mock.timers.reset();
  }
}

const calls = (times: number) => Array.from({ length: times }, () => ['!', 100] as const).flat();

describe('SettlingTimer', () => {
  it('waits until it is calm', () => assert.deepEqual(count('!', 399, 1, 5000), [0, 1, 1]));
  it('takes calls that come together as one', () =>
    assert.deepEqual(count('!', 300, '!', 300, '!', 399, 1, 5000), [0, 0, 0, 1, 1]));
  it('does not wait for a storm to end', () => assert.deepEqual(count(...calls(50)).at(-1), 2));
  it('settles the last call of a storm', () =>
    assert.deepEqual(count(...calls(21), 400).slice(-2), [1, 2]));
  it('begins anew after the work', () => assert.deepEqual(count('!', 400, '!', 400), [1, 2]));
  it('does nothing after its end', () => assert.deepEqual(count('!', 'dispose', 5000), [0]));
});
