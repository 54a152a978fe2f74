import assert from 'node:assert/strict';
import { type Printer, processPrinter } from '../../../src/cli/printer';

/** What a call writes to the two streams of this process. */
function written(use: (printer: Printer) => void) {
  const texts: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  const writes = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = (chunk: unknown) => {
      texts[name] += String(chunk);
      return true;
    };
  }
  try {
    use(processPrinter);
  } finally {
    process.stdout.write = writes.stdout;
    process.stderr.write = writes.stderr;
  }
  return texts;
}

describe('processPrinter', () => {
  it('prints to standard output', () =>
    assert.deepEqual(
      written(({ print }) => print('a')),
      { stdout: 'a', stderr: '' },
    ));
  it('complains to standard error', () =>
    assert.deepEqual(
      written(({ complain }) => complain('a')),
      { stdout: '', stderr: 'a' },
    ));
});
