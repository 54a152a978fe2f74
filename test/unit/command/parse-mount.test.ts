import assert from 'node:assert/strict';
import { type ApiMount, parseMount } from '../../../src/core/command/parse-mount';

describe('parseMount', () => {
  const reads = (value: string, expected: ApiMount) =>
    it(`reads ${value}`, () => assert.deepEqual(parseMount(value), expected));
  const refuses = (value: string, advice: RegExp) =>
    it(`refuses “${value}”`, () =>
      assert.throws(() => parseMount(value), { name: 'LabError', code: 'usage', advice }));

  reads('target=/data', { Type: 'volume', Target: '/data' });
  reads('source=data,destination=/data', { Type: 'volume', Source: 'data', Target: '/data' });
  reads('TYPE=bind,SRC=/srv,DST=/data,RO', {
    Type: 'bind',
    Source: '/srv',
    Target: '/data',
    ReadOnly: true,
  });
  reads('type=bind,src=/srv,dst=/data,readonly=false', {
    Type: 'bind',
    Source: '/srv',
    Target: '/data',
    ReadOnly: false,
  });
  reads('type=bind,src=/a,dst=/b,ro,bind-recursive=readonly,bind-propagation=rprivate', {
    Type: 'bind',
    Source: '/a',
    Target: '/b',
    ReadOnly: true,
    BindOptions: { Propagation: 'rprivate', ReadOnlyForceRecursive: true },
  });
  reads('type=bind,src=/a,dst=/b,bind-recursive=disabled', {
    Type: 'bind',
    Source: '/a',
    Target: '/b',
    BindOptions: { NonRecursive: true },
  });
  reads('src=d1,dst=/d,volume-nocopy,volume-label=a=b,volume-driver=local,"volume-opt=o=x,rw"', {
    Type: 'volume',
    Source: 'd1',
    Target: '/d',
    VolumeOptions: {
      NoCopy: true,
      Labels: { a: 'b' },
      DriverConfig: { Name: 'local', Options: { o: 'x,rw' } },
    },
  });
  reads('type=tmpfs,dst=/tmp,tmpfs-size=64m,tmpfs-mode=1777', {
    Type: 'tmpfs',
    Target: '/tmp',
    TmpfsOptions: { SizeBytes: 64 * 2 ** 20, Mode: 0o1777 },
  });
  reads('type=image,src=alpine,dst=/i,image-subpath=etc', {
    Type: 'image',
    Source: 'alpine',
    Target: '/i',
    ImageOptions: { Subpath: 'etc' },
  });

  refuses('', /needs target=PATH/);
  refuses('dst=data', /needs target=PATH/);
  refuses('type=disk,dst=/d', /^type is one of: bind, volume/);
  refuses('type=bind,dst=/d', /needs source=PATH/);
  refuses('type=tmpfs,src=/a,dst=/d', /has no source/);
  refuses('dst=/d,folder=/a', /^The key “folder” is not known/);
  refuses('dst=/d,src', /^src needs a value/);
  refuses('dst=/d,readonly=maybe', /true or false/);
  refuses('type=bind,src=/a,dst=/d,volume-nocopy', /^volume-nocopy does not belong to type=bind/);
  refuses('type=bind,src=/a,dst=/d,bind-recursive=maybe', /one of: enabled/);
  refuses('type=bind,src=/a,dst=/d,bind-recursive=writable', /needs readonly/);
  refuses('type=bind,src=/a,dst=/d,ro,bind-recursive=readonly', /needs bind-propagation=rprivate/);
  refuses('type=tmpfs,dst=/d,tmpfs-size=big', /number with a unit/);
  refuses('type=tmpfs,dst=/d,tmpfs-mode=9', /octal/);
});
