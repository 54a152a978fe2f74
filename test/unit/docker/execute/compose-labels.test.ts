import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { labelOverride } from '../../../../src/docker/execute/compose-labels';

const labels = { 'container-labs.lesson': 'a/b' };

function overrides(what: string, files: readonly string[], expected: unknown): void {
  it(what, () => {
    const text = labelOverride(files, labels);
    assert.deepEqual(text === undefined ? undefined : parse(text), expected);
  });
}

describe('labelOverride', () => {
  overrides(
    'labels what the files make',
    [
      'version: "3.8"\nservices:\n  web: { build: . }\n  cache: { image: redis }\nvolumes: { data: , old: { external: true } }\nnetworks: { back: {} }\n',
      'services: { extra: { image: alpine } }',
    ],
    {
      version: '3.8',
      services: { web: { labels, build: { labels } }, cache: { labels }, extra: { labels } },
      networks: { default: { labels }, back: { labels } },
      volumes: { data: { labels } },
    },
  );
  overrides('leaves a file without services to Compose', ['x: 1'], undefined);
  overrides('leaves what is no YAML to Compose', ['a: b: c: {'], undefined);
  overrides('leaves a text that is no mapping to Compose', ['just words'], undefined);
});
