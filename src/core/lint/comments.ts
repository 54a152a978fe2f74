import type { SourceLines } from './source-lines';

/** A comment: its line, zero-based, and its text from the `#` on. */
export interface Comment {
  readonly line: number;
  readonly text: string;
}

/** Every line that begins with `#`, and what is left of the text without them. */
export interface CommentLines {
  /** Lines at the top that say how to read the file: `# escape=…`, `# syntax=…`, `# check=…`. */
  readonly directives: readonly Comment[];
  /** All others, those in continued instructions and heredocs too. */
  readonly comments: readonly Comment[];
  /** The text with blanks for comments; directives stay. */
  readonly blanked: string;
}

export function readCommentLines(text: string, lines: SourceLines): CommentLines {
  const directives: Comment[] = [];
  const comments: Comment[] = [];
  let isTop = true;
  let next = 0;
  const blanked = text.replace(
    /^(\ufeff?[ \t]*)(#[^\r\n]*)/gm,
    (whole, indent: string, comment: string, at: number) => {
      const line = lines.lineAt(at);
      isTop &&= line === next && /^#[ \t]*[A-Za-z][A-Za-z\d]*[ \t]*=/.test(comment);
      next = line + 1;
      const isDirective = isTop && /^#[ \t]*(?:escape|syntax|check)[ \t]*=/i.test(comment);
      (isDirective ? directives : comments).push({ line, text: comment });
      return isTop ? whole : indent + ' '.repeat(comment.length);
    },
  );
  return { directives, comments, blanked };
}
