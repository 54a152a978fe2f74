import { posix } from 'node:path';
import type { Block, Chapter, Lesson, LessonProblem } from './lesson';
import { createMarkdown } from './markdown';

/** Links and pictures that lead to no file of the labs, as problems. */
export function checkLinks(
  chapters: readonly Chapter[],
  paths: readonly string[],
): readonly LessonProblem[] {
  const known = new Set(paths);
  return chapters
    .flatMap((chapter) => chapter.lessons)
    .flatMap((lesson) =>
      linksOf(lesson)
        .filter(({ target }) => !known.has(target))
        .map(({ target, line }) => ({
          path: lesson.path,
          line,
          message: `There is no file ${target} in the labs.`,
        })),
    );
}

/** Every relative link and picture of a lesson, as a path below the labs. */
function linksOf(lesson: Lesson): readonly { readonly target: string; readonly line: number }[] {
  const markdown = createMarkdown();
  return lesson.blocks.flatMap(proseOf).flatMap(({ text, line }) =>
    markdown
      .parse(text, {})
      .flatMap((token) =>
        (token.children ?? []).map((child) => ({ child, line: line + (token.map?.[0] ?? 0) })),
      )
      .flatMap(({ child, line: at }) => {
        const href = String(child.attrGet(child.type === 'image' ? 'src' : 'href') ?? '');
        if (href === '' || /^(?:[a-z][a-z0-9+.-]*:|#)/i.test(href)) return [];
        return [{ target: resolveTarget(lesson.path, href), line: at }];
      }),
  );
}

/** Where a relative link of a lesson leads, as a path below the labs. */
export function resolveTarget(lessonPath: string, href: string): string {
  const [path = ''] = href.split('#');
  return posix.normalize(posix.join(posix.dirname(lessonPath), decode(path)));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function proseOf(block: Block): readonly { readonly text: string; readonly line: number }[] {
  switch (block.kind) {
    case 'prose':
      return [{ text: block.markdown, line: block.line }];
    case 'exercise':
      return [
        ...[...block.blocks, ...block.solution].flatMap(proseOf),
        ...block.hints.map((hint) => ({ text: hint.markdown, line: hint.line + 1 })),
      ];
    case 'quiz':
      return [
        { text: block.question, line: block.line },
        ...block.options.flatMap(({ text, why }) => [
          { text, line: block.line },
          { text: why, line: block.line },
        ]),
      ];
    default:
      return [];
  }
}
