import assert from 'node:assert/strict';
import { decodePath, resolveTarget } from '../../../src/core/lesson/resolve-target';

const leads = (href: string, target: string) =>
  it(`${href} leads to ${target}`, () =>
    assert.equal(resolveTarget('01-intro/02-ports.md', href), target));

describe('resolveTarget', () => {
  leads('03-next.md', '01-intro/03-next.md');
  leads('./03-next.md#look', '01-intro/03-next.md');
  leads('files/a%20b.txt', '01-intro/files/a b.txt');
  leads('../02-other/01-first.md', '02-other/01-first.md');
  leads('../../up', '../up');
});

describe('decodePath', () => {
  it('leaves what is not encoded well', () => assert.equal(decodePath('100%'), '100%'));
});
