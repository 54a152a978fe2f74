import assert from 'node:assert/strict';
import { InputLines } from '../../../../src/docker/execute/input-lines';
import { CollectedStreams } from '../../../support/engine-streams';

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

const signal = new AbortController().signal;

function open(...texts: readonly string[]) {
  const streams = new CollectedStreams({ stdin: chunks(...texts) });
  return { streams, input: new InputLines(streams, signal) };
}

describe('lines of input', () => {
  const reads = (texts: readonly string[], expected: readonly (string | undefined)[]) =>
    it(`reads ${JSON.stringify(texts)}`, async () => {
      const { input } = open(...texts);
      const lines = [];
      for (const _ of expected) lines.push(await input.line());
      assert.deepEqual(lines, expected);
    });
  reads(['one\ntwo\n'], ['one', 'two', undefined]);
  reads(['o', 'ne\r\nt', 'wo'], ['one', 'two', undefined]);
  reads(['\n\n'], ['', '', undefined]);
  reads(['a\rb'], ['a', 'b']);
  reads([], [undefined]);

  it('reads the rest at once', async () => {
    const { input } = open('name\npass', 'word\n');
    assert.deepEqual([await input.line(), await input.rest()], ['name', 'password\n']);
  });
  it('reads nothing where nothing is piped in', async () => {
    const input = new InputLines(new CollectedStreams(), signal);
    assert.deepEqual([await input.line(), await input.rest()], [undefined, '']);
  });
});

describe('what is typed on a terminal', () => {
  it('is shown, with its corrections', async () => {
    const { input, streams } = open('mw', '\u007f', 'e\r');
    assert.deepEqual([await input.typed(false), streams.output], ['me', 'mw\b \be\r\n']);
  });
  it('is hidden when it is a secret', async () => {
    const { input, streams } = open('s', 'e\u007f\u007f\u007fpä\u001b', '\r');
    assert.deepEqual([await input.typed(true), streams.output], ['pä', '\r\n']);
  });
  it('ends at Ctrl-C', async () => {
    await assert.rejects(open('se\u0003').input.typed(true), { code: 'cancelled' });
  });
  it('leaves what comes after to the next question', async () => {
    const { input } = open('me\rsecret\r');
    assert.deepEqual([await input.typed(false), await input.typed(true)], ['me', 'secret']);
  });
});
