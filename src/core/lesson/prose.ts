import type MarkdownIt from 'markdown-it';
import alerts from 'markdown-it-github-alerts';
import { linkedAnchor } from './anchors';
import { escapeHtml, highlight } from './highlight';
import { createMarkdown, plainText } from './markdown';
import { decodePath, resolveTarget } from './resolve-target';

/** What prose needs to know of where it stands. */
export interface ProseContext {
  /** The lesson's file, which relative links start from. */
  readonly path: string;
  /** The SVG text of a diagram, by its path below the labs; `undefined` when there is none. */
  readDiagram(path: string): string | undefined;
  /** The id of the lesson in a file below the labs. */
  lessonAt(path: string): string | undefined;
  /** Told each second-level heading, in order; gives it its id. Without this, none has one. */
  anchorFor?(title: string): string;
}

/** Turns Markdown into HTML for the page. Raw HTML is text; links carry their meaning as data. */
export interface ProseRenderer {
  block(markdown: string): string;
  inline(markdown: string): string;
  /** The same as text, for names and labels. */
  plain(markdown: string): string;
}

const alertIcons = {
  note: 'info',
  tip: 'lightbulb',
  important: 'megaphone',
  warning: 'warning',
  caution: 'error',
};

export function createProseRenderer(context: ProseContext): ProseRenderer {
  const markdown = createMarkdown();
  markdown.use(alerts, {
    icons: Object.fromEntries(
      Object.entries(alertIcons).map(([name, icon]) => [name, iconHtml(icon)]),
    ),
  });
  renderAlerts(markdown);
  renderCode(markdown);
  renderTables(markdown);
  renderHeadings(markdown, context);
  renderLinks(markdown, context);
  renderImages(markdown, context);
  return {
    block: (text) => markdown.render(text),
    inline: (text) => markdown.renderInline(text),
    plain: (text) => plainText(markdown.parseInline(text, {})),
  };
}

/** A codicon beside a word that says the same. */
export function iconHtml(name: string): string {
  return `<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
}

/** The plugin would pass a title on as it is written. */
function renderAlerts(markdown: MarkdownIt.MarkdownIt): void {
  markdown.renderer.rules.alert_open = (tokens, index) => {
    const {
      title = '',
      type,
      icon,
    } = (tokens[index]?.meta ?? {}) as Partial<Record<string, string>>;
    return `<div class="markdown-alert markdown-alert-${type}" role="note"><p class="markdown-alert-title">${icon}${escapeHtml(title)}</p>`;
  };
}

function renderCode(markdown: MarkdownIt.MarkdownIt): void {
  markdown.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index];
    const language = token?.info.trim().split(/\s+/)[0] ?? '';
    return codeHtml(token?.content ?? '', language === 'sh' ? 'bash' : language);
  };
  markdown.renderer.rules.code_block = (tokens, index) =>
    codeHtml(tokens[index]?.content ?? '', '');
}

/** A block of code that can be scrolled with the keyboard. */
export function codeHtml(code: string, language: string): string {
  return `<pre class="code" tabindex="0"><code>${highlight(code.replace(/\n$/, ''), language)}</code></pre>\n`;
}

/** Wide tables scroll inside a frame of their own, which is named by the heads of its columns. */
function renderTables(markdown: MarkdownIt.MarkdownIt): void {
  markdown.renderer.rules.table_open = (tokens, index) => {
    const end = tokens.findIndex(({ type }, at) => at > index && type === 'thead_close');
    const heads = tokens.slice(index, end).filter(({ type }) => type === 'inline');
    const names = heads.map((head) => plainText([head])).filter((name) => name !== '');
    return `<div class="table" role="region" aria-label="Table: ${escapeHtml(names.join(', '))}" tabindex="0"><table>\n`;
  };
  markdown.renderer.rules.table_close = () => '</table></div>\n';
}

function renderHeadings(markdown: MarkdownIt.MarkdownIt, { anchorFor }: ProseContext): void {
  markdown.renderer.rules.heading_open = (tokens, index) => {
    const [token, inline] = [tokens[index], tokens[index + 1]];
    if (token?.tag !== 'h2' || anchorFor === undefined) return `<${token?.tag ?? 'h3'}>`;
    const anchor = anchorFor(plainText(inline?.children ?? []));
    return `<h2 id="${escapeHtml(anchor)}" tabindex="-1">`;
  };
}

function renderLinks(markdown: MarkdownIt.MarkdownIt, context: ProseContext): void {
  markdown.renderer.rules.link_open = (tokens, index) => {
    const href = String(tokens[index]?.attrGet('href') ?? '');
    return `<a href="#"${linkData(href, context)}>`;
  };
}

/** The page acts on the data, never on the address itself. */
function linkData(href: string, { path, lessonAt }: ProseContext): string {
  if (/^https?:\/\//i.test(href)) {
    return ` data-link="${escapeHtml(href)}" title="${escapeHtml(href)}"`;
  }
  if (href.startsWith('#')) {
    return ` data-anchor="${escapeHtml(linkedAnchor(decodePath(href.slice(1))))}"`;
  }
  const target = resolveTarget(path, href);
  const lesson = lessonAt(target);
  if (lesson !== undefined) return ` data-lesson="${escapeHtml(lesson)}"`;
  const file = /^[^/]+\/files\/(.+)$/.exec(target)?.[1];
  if (file !== undefined) return ` data-open-file="${escapeHtml(file)}"`;
  return ' aria-disabled="true"';
}

function renderImages(markdown: MarkdownIt.MarkdownIt, { path, readDiagram }: ProseContext): void {
  markdown.renderer.rules.image = (tokens, index) => {
    const token = tokens[index];
    const alternative = escapeHtml(plainText(token?.children ?? []) || token?.content || '');
    const svg = readDiagram(resolveTarget(path, String(token?.attrGet('src') ?? '')));
    if (svg === undefined) return `<span class="missing">${alternative}</span>`;
    return `<span class="diagram" role="img" aria-label="${alternative}" tabindex="0">${withoutProlog(svg)}</span>`;
  };
}

/** The page sanitizes the picture itself; here only what stands around it goes. */
function withoutProlog(svg: string): string {
  const start = svg.indexOf('<svg');
  return start === -1 ? '' : svg.slice(start);
}
