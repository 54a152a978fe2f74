import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { readYaml } from '../../../src/core/validation/read-yaml';

const schema = z.strictObject({ title: z.string(), needs: z._default(z.array(z.string()), []) });

const reads = (text: string, expected: unknown) =>
  assert.deepEqual(readYaml(text, 5, schema), expected);

describe('readYaml', () => {
  it('gives the value', () =>
    reads('title: x', { value: { title: 'x', needs: [] }, problems: [] }));
  it('tells mistakes with their lines', () =>
    reads('title: 1\nneeds:\n  - [a]\nmore: 2', {
      value: undefined,
      problems: [
        { line: 5, message: '"title" must be text.' },
        { line: 7, message: '"needs.0" must be text.' },
        { line: 8, message: '"more" is not known here. Known: title, needs.' },
      ],
    }));
  it('tells what is missing at the head', () =>
    reads('needs: []', {
      value: undefined,
      problems: [{ line: 5, message: '"title" is missing.' }],
    }));
  it('tells what is not YAML', () =>
    reads('title: x\n  needs: [', {
      value: undefined,
      problems: [
        {
          line: 5,
          message: 'This is not valid YAML: Nested mappings are not allowed in compact mappings',
        },
      ],
    }));
});
