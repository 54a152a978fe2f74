import assert from 'node:assert/strict';
import { pageHtml } from '../../../../src/editor/lesson-panel/page-html';

const html = pageHtml({
  cspSource: 'https://page.example',
  codicons: 'https://page.example/codicon.css',
  style: 'https://page.example/lesson.css',
  script: 'https://page.example/lesson.js',
  nonce: 'n0nce',
});

describe('pageHtml', () => {
  it('lets only its own program run, and nobody be called', () =>
    assert.deepEqual(/content="([^"]+)"/.exec(html)?.[1]?.split('; '), [
      `default-src 'none'`,
      'style-src https://page.example',
      'font-src https://page.example',
      `script-src 'nonce-n0nce'`,
      `base-uri 'none'`,
      `form-action 'none'`,
    ]));

  it('has one script, with the nonce, and nothing inline', () => {
    assert.deepEqual(html.match(/<script[^>]*>[^<]*/g), [
      '<script nonce="n0nce" src="https://page.example/lesson.js">',
    ]);
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=/);
  });

  it('has every place that the program fills, once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(ids, [
      'crumb',
      'progress',
      'meter',
      'engine',
      'title',
      'summary',
      'content',
      'footer',
      'outline',
      'announcement',
    ]);
  });
});
