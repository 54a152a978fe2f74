import assert from 'node:assert/strict';
import { LineEditor } from '../../../../src/editor/terminal/line-editor';

function typed(...keys: readonly string[]) {
  const editor = new LineEditor();
  const results = keys.map((key) => editor.type(key));
  return {
    echo: results.map(({ echo }) => echo).join(''),
    lines: results.map(({ lines }) => lines).join(''),
    isInterrupt: results.some(({ isInterrupt }) => isInterrupt),
    isEnd: results.some(({ isEnd }) => isEnd),
  };
}

const nothing = { echo: '', lines: '', isInterrupt: false, isEnd: false };

describe('LineEditor', () => {
  it('sends a line when Enter is pressed', () =>
    assert.deepEqual(typed('h', 'i', '\r'), { ...nothing, echo: 'hi\r\n', lines: 'hi\n' }));

  it('sends every line of what is pasted, and keeps the rest', () =>
    assert.deepEqual(typed('a\rb\rc'), { ...nothing, echo: 'a\r\nb\r\nc', lines: 'a\nb\n' }));

  it('takes back with Backspace, but not more than there is', () =>
    assert.deepEqual(typed('a', '\u007f', '\u007f', 'b', '\r'), {
      ...nothing,
      echo: 'a\b \bb\r\n',
      lines: 'b\n',
    }));

  it('takes back a whole emoji', () =>
    assert.deepEqual(typed('🐳', '\u007f', '\r'), {
      ...nothing,
      echo: '🐳\b \b\r\n',
      lines: '\n',
    }));

  it('forgets the line with Ctrl-U', () =>
    assert.equal(typed('ab', '\u0015', 'c', '\r').lines, 'c\n'));

  it('interrupts with Ctrl-C and forgets the line', () =>
    assert.deepEqual(typed('ab', '\u0003', '\r'), {
      ...nothing,
      echo: 'ab^C\r\n\r\n',
      lines: '\n',
      isInterrupt: true,
    }));

  it('ends with Ctrl-D on an empty line', () =>
    assert.deepEqual(typed('\u0004'), { ...nothing, isEnd: true }));

  it('sends an unfinished line with Ctrl-D', () =>
    assert.deepEqual(typed('ab', '\u0004'), { ...nothing, echo: 'ab', lines: 'ab' }));

  it('ignores arrow keys', () =>
    assert.deepEqual(typed('\u001b[A', '\u001bOP', 'x'), { ...nothing, echo: 'x' }));
});
