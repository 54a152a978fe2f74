import assert from 'node:assert/strict';
import { valueAt } from '../../../../src/core/command/service/merge-bodies';
import { changeList, serviceLists } from '../../../../src/core/command/service/service-lists';

/** The list after items were put in, one after another, and others taken out. */
function changed(name: string, before: readonly string[], add: string[], remove: string[]) {
  const first = changeList({}, name, { add: before, remove: [] });
  const spec = changeList(first, name, { add, remove });
  return valueAt(spec, serviceLists[name]?.path ?? []);
}

describe('changeList', () => {
  const makes = (
    name: string,
    before: readonly string[],
    add: string[],
    remove: string[],
    expected: unknown,
  ) =>
    it(`${name}: ${before} with ${add} without ${remove}`, () =>
      assert.deepEqual(changed(name, before, add, remove), expected));
  makes('env', ['A=b', 'B=c'], ['A=x'], ['B'], ['A=x']);
  makes('label', ['a=b', 'c=d'], ['e=f'], ['a'], { c: 'd', e: 'f' });
  makes('label', ['a=b'], [], ['a'], {});
  makes('host', ['db:10.0.0.5'], ['web:10.0.0.6'], ['db:10.0.0.5'], ['10.0.0.6 web']);
  makes('constraint', ['node.role==worker'], [], ['node.role==worker'], []);
  makes(
    'mount',
    ['type=tmpfs,dst=/t'],
    ['type=tmpfs,dst=/u'],
    ['/t'],
    [{ Type: 'tmpfs', Target: '/u' }],
  );
  makes(
    'publish',
    ['80', '81/udp'],
    [],
    ['80'],
    [{ Protocol: 'udp', TargetPort: 81, PublishMode: 'ingress' }],
  );
  makes(
    'placement-pref',
    ['spread=a', 'spread=b'],
    [],
    ['spread=a'],
    [{ Spread: { SpreadDescriptor: 'b' } }],
  );
  makes('network', ['back'], ['name=back,alias=db'], [], [{ Target: 'back', Aliases: ['db'] }]);

  it('leaves a spec alone when nothing changes', () => {
    const spec = { Name: 'web' };
    assert.equal(changeList(spec, 'env', { add: [], remove: [] }), spec);
  });
  for (const [name, value] of [
    ['host', 'nope'],
    ['placement-pref', 'pack=a'],
    ['ulimit', 'nope=1'],
  ] as const) {
    it(`refuses --${name} ${value}`, () =>
      assert.throws(() => changed(name, [], [value], []), { name: 'LabError', code: 'usage' }));
  }
});
