import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeHtml, createProseRenderer, iconHtml } from '../../../src/core/lesson/prose';

const svg =
  '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg viewBox="0 0 1 1"><title>Box</title></svg>';

const prose = createProseRenderer({
  path: '01-intro/01-ports.md',
  readDiagram: (path) => (path === '01-intro/box.svg' ? svg : undefined),
  lessonAt: (path) => (path === '01-intro/02-volumes.md' ? 'intro/volumes' : undefined),
});

const shows = (markdown: string, html: string) => assert.equal(prose.inline(markdown), html);

/** Raw HTML and addresses that run something, each of which must come out as text. */
const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror="alert(1)">',
  '<svg onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](vbscript:x)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](https://a.example/"onclick="alert(1))',
  '![x](javascript:alert(1))',
  '![" onerror="alert(1)](box.svg)',
  '> [!NOTE] <img src=x onerror=alert(1)>\n> x',
  '## <img src=x onerror=alert(1)>',
  '| <script>alert(1)</script> |\n|---|\n| <b> |',
  '```"><script>alert(1)</script>\nx\n```',
  '```html\n<script>alert(1)</script>\n```',
  '<javascript:alert(1)>',
];

/** The tags of some HTML, without the diagram, with the names of their attributes. */
function tagsOf(html: string): readonly string[] {
  const tags = html
    .replace(/<svg.*?<\/svg>/gs, '')
    .matchAll(/<(\/?[a-z0-9]+)((?: [a-z-]+="[^"]*")*)>/g);
  return [...tags].map(([, name = '', attributes = '']) =>
    [name, ...[...attributes.matchAll(/ ([a-z-]+)="[^"]*"/g)].map(([, each]) => each)].join(' '),
  );
}

const known = new Set(
  [
    'p|em|strong|s|code|hr|br|ul|ol|ol start|li|blockquote|table|thead|tbody|tr|th|td|h1|h2|h3|h4|h5|h6',
    'th style|td style|pre class tabindex|span class|span class aria-hidden|div class role|p class',
    'div class role aria-label tabindex|span class role aria-label tabindex',
    'a href data-link title|a href data-anchor|a href data-lesson|a href data-open-file|a href aria-disabled',
    'a|span|div|pre',
  ]
    .join('|')
    .split('|'),
);

/** Every `<` begins a tag that we make, and no attribute runs anything. */
function isHarmless(html: string): boolean {
  const rest = html.replace(/<svg.*?<\/svg>/gs, '');
  const count = rest.split('<').length - 1;
  const tags = tagsOf(rest);
  return count === tags.length && tags.every((tag) => known.has(tag.replace(/^\//, '')));
}

describe('createProseRenderer', () => {
  describe('links', () => {
    it('lead out as data', () =>
      shows(
        '[x](https://a.example/?b&c)',
        '<a href="#" data-link="https://a.example/?b&amp;c" title="https://a.example/?b&amp;c">x</a>',
      ));
    it('lead to lessons', () =>
      shows('[x](02-volumes.md#look)', '<a href="#" data-lesson="intro/volumes">x</a>'));
    it('lead to files', () =>
      shows('[x](files/a/b%20c.txt)', '<a href="#" data-open-file="a/b c.txt">x</a>'));
    it('lead to headings', () =>
      shows('[x](#look-at-it)', '<a href="#" data-anchor="section-look-at-it">x</a>'));
    it('lead to headings in any language', () =>
      shows('[x](#überblick)', '<a href="#" data-anchor="section-überblick">x</a>'));
    it('lead to exercises', () =>
      shows('[x](#exercise-a)', '<a href="#" data-anchor="exercise-a">x</a>'));
    it('lead nowhere else', () =>
      shows('[x](../../etc/passwd)', '<a href="#" aria-disabled="true">x</a>'));
  });

  describe('pictures', () => {
    it('are diagrams, named by their words', () =>
      shows(
        '![A **big** "box"](box.svg)',
        '<span class="diagram" role="img" aria-label="A big &quot;box&quot;" tabindex="0"><svg viewBox="0 0 1 1"><title>Box</title></svg></span>',
      ));
    it('are their words where there is none', () =>
      shows('![A <box>](other.svg)', '<span class="missing">A &lt;box&gt;</span>'));
    it('are nothing where the file is no picture', () => {
      const broken = createProseRenderer({
        path: 'a/b.md',
        readDiagram: () => '<script>alert(1)</script>',
        lessonAt: () => undefined,
      });
      assert.ok(!broken.inline('![x](box.svg)').includes('script'));
    });
  });

  it('shows alerts, each with an icon and a word', () =>
    assert.deepEqual(
      ['NOTE', 'tip', 'IMPORTANT', 'WARNING', 'CAUTION'].map((name) =>
        /codicon-([a-z]+)".*<\/span>(\w+)<\/p><p>x/
          .exec(prose.block(`> [!${name}]\n> x`))
          ?.slice(1),
      ),
      [
        ['info', 'Note'],
        ['lightbulb', 'Tip'],
        ['megaphone', 'Important'],
        ['warning', 'Warning'],
        ['error', 'Caution'],
      ],
    ));
  it('shows tables in a frame that the heads name', () =>
    assert.match(
      prose.block('| | a `b` | "c" |\n|---|---|---|\n| 1 | 2 | 3 |'),
      /^<div class="table" role="region" aria-label="Table: a b, &quot;c&quot;" tabindex="0"><table>\n/,
    ));
  it('shows code in colours', () =>
    assert.equal(
      prose.block('```sh\necho "$A"\n```'),
      '<pre class="code" tabindex="0"><code><span class="hljs-built_in">echo</span> <span class="hljs-string">&quot;<span class="hljs-variable">$A</span>&quot;</span></code></pre>\n',
    ));
  it('shows indented code as it is', () =>
    assert.equal(
      prose.block('    a <b>\n'),
      '<pre class="code" tabindex="0"><code>a &lt;b&gt;</code></pre>\n',
    ));
  it('shows one line without a paragraph', () => shows('a *b*', 'a <em>b</em>'));
  it('has the same as text', () => assert.equal(prose.plain('a *b* `c_d`'), 'a b c_d'));

  describe('headings', () => {
    it('have ids that are given', () => {
      const told: string[] = [];
      const { block } = createProseRenderer({
        path: '',
        readDiagram: () => undefined,
        lessonAt: () => undefined,
        anchorFor: (title) => `id${told.push(title)}`,
      });
      assert.equal(
        block('## One `a`\n\n### Two\n\n## Three\n'),
        '<h2 id="id1" tabindex="-1">One <code>a</code></h2>\n<h3>Two</h3>\n<h2 id="id2" tabindex="-1">Three</h2>\n',
      );
      assert.deepEqual(told, ['One a', 'Three']);
    });
    it('have none where nobody gives them', () =>
      assert.equal(prose.block('## One'), '<h2>One</h2>\n'));
  });

  for (const attack of attacks) {
    it(`makes text of ${JSON.stringify(attack)}`, () => {
      const html = prose.block(attack);
      assert.ok(isHarmless(html), html);
      assert.ok(!/(?:href|src)="(?!#")/.test(html), html);
    });
  }
  it('makes text of any raw HTML', () => {
    const pieces = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '&',
        '=',
        ' ',
        '\n',
        '`',
        '```',
        '[',
        ']',
        '(',
        ')',
        '!',
        '#',
        '> ',
        '|',
        '-',
      ],
      ...[
        'script',
        'img',
        ' onerror=',
        'javascript:',
        'https://a.b/',
        'a',
        '[!NOTE]',
        '\\',
        '\0',
        '<!--',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const markdown = parts.join('');
        const html = prose.block(markdown);
        assert.ok(isHarmless(html), html);
        assert.ok(isHarmless(prose.inline(markdown)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('iconHtml', () => {
  it('is hidden from those who listen', () =>
    assert.equal(
      iconHtml('play'),
      '<span class="codicon codicon-play" aria-hidden="true"></span>',
    ));
});

describe('codeHtml', () => {
  it('can be scrolled with the keyboard', () =>
    assert.equal(
      codeHtml('a < b\n', 'x'),
      '<pre class="code" tabindex="0"><code>a &lt; b</code></pre>\n',
    ));
});
