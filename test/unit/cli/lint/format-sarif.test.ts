import assert from 'node:assert/strict';
import { formatSarif } from '../../../../src/cli/lint/format-sarif';
import { rules } from '../../../../src/core/lint/rules/index';

describe('formatSarif', () => {
  const place = { start: { line: 0, character: 5 }, end: { line: 0, character: 11 } };
  const log = (file: string) =>
    JSON.parse(
      formatSarif(
        [
          {
            file,
            findings: [
              {
                code: 'DL3006',
                severity: 'style',
                line: 0,
                range: place,
                message: 'Pin it.',
                fixes: [{ title: 'Pin', edits: [{ range: place, text: 'b:1' }], automatic: false }],
              },
            ],
          },
        ],
        rules,
        '1.2.3',
      ),
    );

  it('describes every rule, and places a finding with its repairs', () => {
    const { version, runs } = log('a folder/Dockerfile');
    const [{ tool, results }] = runs;
    const region = { startLine: 1, startColumn: 6, endLine: 1, endColumn: 12 };
    const artifactLocation = { uri: 'a%20folder/Dockerfile' };
    assert.equal(version, '2.1.0');
    assert.equal(tool.driver.rules.length, rules.length);
    assert.deepEqual(tool.driver.rules[results[0].ruleIndex].id, 'DL3006');
    assert.deepEqual(results, [
      {
        ruleId: 'DL3006',
        ruleIndex: rules.findIndex(({ code }) => code === 'DL3006'),
        level: 'note',
        message: { text: 'Pin it.' },
        locations: [{ physicalLocation: { artifactLocation, region } }],
        fixes: [
          {
            description: { text: 'Pin' },
            artifactChanges: [
              {
                artifactLocation,
                replacements: [{ deletedRegion: region, insertedContent: { text: 'b:1' } }],
              },
            ],
          },
        ],
      },
    ]);
  });
});
