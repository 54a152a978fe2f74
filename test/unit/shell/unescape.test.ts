import assert from 'node:assert/strict';
import { unescapeAnsi, unescapePlain, unescapeQuoted } from '../../../src/core/shell/unescape';

function turns(read: (text: string) => string, text: string, expected: string) {
  it(`turns ${JSON.stringify(text)} into ${JSON.stringify(expected)}`, () =>
    assert.equal(read(text), expected));
}

describe('unescapePlain', () => {
  turns(unescapePlain, 'a\\ b\\$c\\\\', 'a b$c\\');
  turns(unescapePlain, 'a\\\nb', 'ab');
  turns(unescapePlain, 'a\\', 'a\\');
});

describe('unescapeQuoted', () => {
  turns(unescapeQuoted, '\\$a \\` \\" \\\\', '$a ` " \\');
  turns(unescapeQuoted, 'a\\nb\\ c', 'a\\nb\\ c');
  turns(unescapeQuoted, 'a\\\nb', 'ab');
});

describe('unescapeAnsi', () => {
  turns(unescapeAnsi, 'a\\n\\t\\\\', 'a\n\t\\');
  turns(unescapeAnsi, '\\x41\\101\\u00e9', 'AAé');
  turns(unescapeAnsi, "\\'\\q", "'q");
});
