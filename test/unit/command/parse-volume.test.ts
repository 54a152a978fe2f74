import assert from 'node:assert/strict';
import { parseVolume } from '../../../src/core/command/parse-volume';

describe('parseVolume', () => {
  /** `kind source > target options`. */
  const reads = (value: string, expected: string) =>
    it(`reads ${value}`, () => {
      const { kind, source, target, options, readOnly } = parseVolume(value);
      assert.equal(`${kind} ${source} > ${target} ${options}`.trim(), expected);
      assert.equal(readOnly, /\bro\b/.test(options));
    });
  const refuses = (value: string, advice: RegExp) =>
    it(`refuses “${value}”`, () =>
      assert.throws(() => parseVolume(value), { name: 'LabError', code: 'usage', advice }));

  reads('/data', 'volume  > /data');
  reads('data:/data', 'volume data > /data');
  reads('data:/data:ro', 'volume data > /data ro');
  reads('/srv:/data', 'bind /srv > /data');
  reads('./site:/usr/share/nginx/html:ro,z', 'bind ./site > /usr/share/nginx/html ro,z');
  reads('.:/here', 'bind . > /here');
  reads('~/x:/x', 'bind ~/x > /x');
  reads('a/b:/x', 'bind a/b > /x');
  reads('C:\\Users\\me:/data:ro', 'bind C:\\Users\\me > /data ro');
  reads('c:/Users/me:/data', 'bind c:/Users/me > /data');
  reads('data:/data:nocopy', 'volume data > /data nocopy');

  refuses('', /SOURCE:TARGET/);
  refuses('/a:/b:ro:x', /SOURCE:TARGET/);
  refuses('/a:b', /must begin with “\/”/);
  refuses('a', /must begin with “\/”/);
  refuses('data:', /must begin with “\/”/);
  refuses(':/b', /before the colon is empty/);
  refuses('a:/data', /two or more letters/);
  refuses('my data:/data', /two or more letters/);
  refuses('/a:/b:readonly', /^“readonly” after the second colon is not known/);
});
