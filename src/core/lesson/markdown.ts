import MarkdownIt, { type Token } from 'markdown-it';
import container from 'markdown-it-container';

/** The blocks between `:::` lines that a lesson knows. */
export const containerNames = ['exercise', 'hint', 'solution', 'quiz'] as const;

/** A reader for lesson files: CommonMark and tables, `:::` blocks, raw HTML as text. */
export function createMarkdown(): MarkdownIt.MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  for (const name of containerNames) {
    markdown.use(container, name, {
      validate: (info: string) => info.trim().split(/\s+/)[0] === name,
    });
  }
  return markdown;
}

/** What stands on a line of Markdown, without its marks. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      return children === null || children.length === 0 ? content : plainText(children);
    })
    .join('');
}
