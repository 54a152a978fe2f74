import assert from 'node:assert/strict';
import { type Session, SessionTerminal } from '../../src/editor/terminal/session-terminal';

const encoder = new TextEncoder();

/** What a terminal shows of what is done in one session of it. */
async function shown(use: (session: Session, terminal: SessionTerminal) => void | Promise<void>) {
  const terminal = new SessionTerminal();
  let text = '';
  terminal.onDidWrite((written) => {
    text += written;
  });
  terminal.open({ columns: 100, rows: 30 });
  await use(terminal.begin(), terminal);
  terminal.end();
  terminal.close();
  return text;
}

async function firstOf(input: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  for await (const chunk of input ?? []) return new TextDecoder().decode(chunk);
  return '(the end)';
}

describe('SessionTerminal', () => {
  it('begins every line at the left when the output comes without a terminal', async () =>
    assert.equal(
      await shown((session) => void session.stdout(encoder.encode('one\ntwo\r\n'))),
      'one\r\ntwo\r\n',
    ));

  it('leaves output alone that comes from a terminal', async () =>
    assert.equal(
      await shown((session) => {
        session.setRaw(true);
        void session.stdout(encoder.encode('down\nright'));
      }),
      'down\nright',
    ));

  it('puts a letter together that comes in two pieces', async () =>
    assert.equal(
      await shown((session) => {
        const [first, second] = [encoder.encode('ä').slice(0, 1), encoder.encode('ä').slice(1)];
        void session.stdout(first);
        void session.stderr(encoder.encode('!'));
        void session.stdout(second);
      }),
      '!ä',
    ));

  it('says words of its own on a line of their own', async () =>
    assert.equal(
      await shown((session) => {
        void session.stdout(encoder.encode('unfinished'));
        session.print('It has ended.', '2');
      }),
      'unfinished\r\n\u001b[2mIt has ended.\u001b[0m\r\n',
    ));

  it('passes keys on at once to a terminal in the container, Ctrl-C too', async () => {
    await shown(async (session, terminal) => {
      session.setRaw(true);
      terminal.handleInput('\u0003');
      assert.equal(await firstOf(session.stdin), '\u0003');
      assert.equal(session.signal.aborted, false);
    });
  });

  it('sends lines, and aborts with Ctrl-C, where there is none', async () => {
    await shown(async (session, terminal) => {
      terminal.handleInput('hello\r');
      assert.equal(await firstOf(session.stdin), 'hello\n');
      terminal.handleInput('\u0003');
      assert.equal(session.signal.aborted, true);
    });
  });

  it('shows what is typed only while someone reads it', async () => {
    const text = await shown((session, terminal) => {
      terminal.handleInput('a');
      session.stdin?.[Symbol.asyncIterator]();
      terminal.handleInput('b');
    });
    assert.equal(text, 'b');
  });

  it('tells its size, and when it changes', async () => {
    await shown((session, terminal) => {
      const sizes = [session.terminal.size()];
      session.terminal.onResize(() => sizes.push(session.terminal.size()));
      terminal.setDimensions({ columns: 40, rows: 10 });
      assert.deepEqual(sizes, [
        { columns: 100, rows: 30 },
        { columns: 40, rows: 10 },
      ]);
    });
  });

  it('ends nothing when it is closed: a window that reloads closes it too', async () => {
    const terminal = new SessionTerminal();
    const session = terminal.begin();
    terminal.close();
    assert.equal(session.signal.aborted, false);
  });

  it('goes on in the same terminal', async () => {
    const terminal = new SessionTerminal();
    let text = '';
    terminal.onDidWrite((written) => {
      text += written;
    });
    terminal.open(undefined);
    terminal.begin().print('first');
    terminal.end();
    terminal.begin().print('second');
    terminal.end();
    terminal.close();
    assert.equal(text, 'first\r\nsecond\r\n');
  });
});
