import type { Token } from 'markdown-it';
import { createHeadingAnchors, exerciseAnchor, quizAnchor } from './anchors';
import type { Block, Lesson } from './lesson';
import { createMarkdown, plainText } from './markdown';

/** A link or a picture in the text of a lesson. */
export interface Link {
  readonly kind: 'link' | 'image';
  readonly href: string;
  /** Of a picture: what stands for it. */
  readonly text: string;
  readonly line: number;
}

interface LinksAndAnchors {
  readonly links: readonly Link[];
  readonly anchors: ReadonlySet<string>;
}

/** Every link and picture of a lesson, and the ids that its own links may lead to. */
export function readLinks(lesson: Lesson): LinksAndAnchors {
  const markdown = createMarkdown();
  const anchorFor = createHeadingAnchors();
  const anchors = new Set<string>();
  for (const block of lesson.blocks) {
    if (block.kind === 'exercise') anchors.add(exerciseAnchor(block.id));
    if (block.kind === 'quiz') anchors.add(quizAnchor(block.id));
  }
  const links = lesson.blocks.flatMap(proseOf).flatMap(({ text, line, isShown }) => {
    const tokens = markdown.parse(text, {});
    for (const [index, { type, tag }] of tokens.entries()) {
      if (isShown && type === 'heading_open' && tag === 'h2') {
        anchors.add(anchorFor(plainText(tokens[index + 1]?.children ?? [])));
      }
    }
    return tokens.flatMap((token) => linksIn(token, line));
  });
  return { links, anchors };
}

function linksIn({ map, children }: Token, firstLine: number): readonly Link[] {
  let line = firstLine + (map?.[0] ?? 0);
  return (children ?? []).flatMap((child): readonly Link[] => {
    if (child.type === 'softbreak' || child.type === 'hardbreak') line++;
    const text = plainText(child.children ?? []);
    if (child.type === 'image') {
      return [{ kind: 'image', href: String(child.attrGet('src') ?? ''), text, line }];
    }
    if (child.type !== 'link_open') return [];
    return [{ kind: 'link', href: String(child.attrGet('href') ?? ''), text, line }];
  });
}

interface Prose {
  readonly text: string;
  readonly line: number;
  /** It stands in the lesson from the start, with its headings. */
  readonly isShown: boolean;
}

function proseOf(block: Block): readonly Prose[] {
  switch (block.kind) {
    case 'prose':
      return [{ text: block.markdown, line: block.line, isShown: true }];
    case 'exercise':
      return [
        ...block.blocks.flatMap(proseOf),
        ...block.solution.flatMap(proseOf).map((prose) => ({ ...prose, isShown: false })),
        ...block.hints.map(({ markdown, line }) => ({
          text: markdown,
          line: line + 1,
          isShown: false,
        })),
      ];
    case 'quiz':
      return [block.question, ...block.options.flatMap(({ text, why }) => [text, why])].map(
        (text) => ({ text, line: block.line, isShown: false }),
      );
    default:
      return [];
  }
}
