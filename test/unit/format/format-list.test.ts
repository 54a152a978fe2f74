import assert from 'node:assert/strict';
import { formatList, formatValue } from '../../../src/core/format/format-list';

const list = {
  headings: { ID: 'CONTAINER ID', Names: 'NAMES' },
  items: [
    { ID: '0123456789ab', Names: 'web' },
    { ID: 'ba9876543210', Names: 'database' },
  ],
  usual: 'table {{.ID}}\t{{.Names}}',
  quiet: '{{.ID}}',
};

function prints(what: string, format: string | undefined, quiet: boolean, expected: string): void {
  it(what, () => assert.equal(formatList(list, format, quiet), expected));
}

describe('formatList', () => {
  prints(
    'prints its usual table',
    undefined,
    false,
    'CONTAINER ID   NAMES\n0123456789ab   web\nba9876543210   database\n',
  );
  prints('prints ids alone', undefined, true, '0123456789ab\nba9876543210\n');
  prints('fills in a format for each', '{{.Names}}', false, 'web\ndatabase\n');
  prints(
    'prints a table of other columns',
    'table {{.Names}}\\t{{.ID}}',
    false,
    'NAMES      CONTAINER ID\nweb        0123456789ab\ndatabase   ba9876543210\n',
  );
  prints(
    'prints JSON, one item a line',
    'json',
    false,
    '{"ID":"0123456789ab","Names":"web"}\n{"ID":"ba9876543210","Names":"database"}\n',
  );

  it('keeps ten characters for a narrow column', () => {
    const narrow = {
      headings: { A: 'A', B: 'B' },
      items: [{ A: '1', B: '2' }],
      usual: 'table {{.A}}\t{{.B}}',
      quiet: '{{.A}}',
    };
    assert.equal(formatList(narrow, undefined), 'A         B\n1         2\n');
  });
});

describe('formatValue', () => {
  it('fills in one value', () => {
    assert.equal(formatValue({ Server: { Version: '28' } }, '{{.Server.Version}}'), '28\n');
    assert.equal(formatValue({ a: [1] }, 'json'), '{"a":[1]}\n');
  });
});
