import assert from 'node:assert/strict';
import { setImmediate as soon } from 'node:timers/promises';
import { openProcessSignals } from '../../../src/cli/process-signals';

describe('openProcessSignals', () => {
  it('aborts when nobody subscribes, with the exit code of a shell', async () => {
    const signals = openProcessSignals();
    process.emit('SIGTERM', 'SIGTERM');
    await soon();
    assert.deepEqual([signals.abort.aborted, signals.exitCode()], [true, 143]);
    signals.close();
  });

  it('hands signals to who subscribes, and takes them back', () => {
    const signals = openProcessSignals();
    const got: string[] = [];
    const stop = signals.subscribe((name) => got.push(name));
    process.emit('SIGINT', 'SIGINT');
    process.emit('SIGHUP', 'SIGHUP');
    stop();
    assert.deepEqual([got, signals.abort.aborted], [['SIGINT', 'SIGHUP'], false]);
    process.emit('SIGINT', 'SIGINT');
    assert.deepEqual([got.length, signals.abort.aborted, signals.exitCode()], [2, true, 130]);
    signals.close();
  });

  it('leaves the process as it was', () => {
    const count = () => process.listenerCount('SIGINT') + process.listenerCount('SIGHUP');
    const before = count();
    const signals = openProcessSignals();
    signals.subscribe(() => undefined);
    signals.close();
    assert.equal(count(), before);
  });
});
