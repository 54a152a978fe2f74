declare module 'markdown-it-container' {
  import type MarkdownIt from 'markdown-it';

  const container: (
    markdown: MarkdownIt.MarkdownIt,
    name: string,
    options?: { readonly validate?: (info: string) => boolean },
  ) => void;
  export = container;
}
