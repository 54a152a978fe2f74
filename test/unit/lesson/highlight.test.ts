import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeHtml, highlight } from '../../../src/core/lesson/highlight';

describe('highlight', () => {
  const shows = (code: string, language: string, html: string) =>
    assert.equal(highlight(code, language), html);
  it('marks what it knows', () =>
    shows('FROM nginx', 'dockerfile', '<span class="hljs-keyword">FROM</span> nginx'));
  it('escapes what it does not know', () => shows('<b>', 'klingon', '&lt;b&gt;'));
  it('escapes in what it knows', () =>
    shows('x = "<b>"', 'python', 'x = <span class="hljs-string">&quot;&lt;b&gt;&quot;</span>'));
  for (const language of ['', 'constructor', '__proto__', 'toString']) {
    it(`takes no language from a prototype: ${language}`, () => shows('<', language, '&lt;'));
  }
  it('lets no tag through, in any language', () => {
    const language = fc.constantFrom('bash', 'dockerfile', 'json', 'xml', 'yaml', 'python', 'x');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), language, (code, name) => {
        const html = highlight(`${code}<script>`, name).replace(
          /<\/?span(?: class="[\w -]+")?>/g,
          '',
        );
        assert.ok(!/[<>]/.test(html));
      }),
      { numRuns: 30 },
    );
  });
});

describe('escapeHtml', () => {
  it('is safe between tags and in attributes', () =>
    assert.equal(
      escapeHtml(`<a b="c" d='e'>&amp;`),
      '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;',
    ));
});
