import assert from 'node:assert/strict';
import { ruleTable } from '../../../src/core/lint/rule-table';
import { rules } from '../../../src/core/lint/rules/index';

describe('ruleTable', () => {
  it('is a Markdown table with a row for each rule', () => {
    const lines = ruleTable().trimEnd().split('\n');
    assert.equal(lines.length, rules.length + 2);
    assert.equal(
      lines.find((line) => line.includes('DL3007')),
      '| DL3007 | `avoid-latest-tag` | warning | Do not build on `latest`. |',
    );
    assert.ok(lines.every((line) => line.split('|').length === 6));
  });
});
