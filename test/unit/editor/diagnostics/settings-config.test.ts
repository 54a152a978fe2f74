import assert from 'node:assert/strict';
import { defaultConfig } from '../../../../src/core/lint/config';
import { settingsConfig } from '../../../../src/editor/diagnostics/settings-config';

describe('settingsConfig', () => {
  it('puts the severities of the settings on top of the file', () =>
    assert.deepEqual(
      settingsConfig(
        {
          ...defaultConfig,
          ignored: new Set(['DL1', 'DL2']),
          severities: new Map([
            ['DL3', 'error'],
            ['DL4', 'error'],
          ]),
        },
        { DL2: 'info', DL3: 'off', DL5: 'loud' },
      ),
      {
        ...defaultConfig,
        ignored: new Set(['DL1']),
        severities: new Map([
          ['DL3', 'ignore'],
          ['DL4', 'error'],
          ['DL2', 'info'],
        ]),
      },
    ));
});
