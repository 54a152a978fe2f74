import { posix } from 'node:path';
import { linkedAnchor } from './anchors';
import type { Chapter, Lesson, LessonProblem } from './lesson';
import { type Link, readLinks } from './read-links';
import { decodePath, resolveTarget } from './resolve-target';

/** Links and pictures that the page could not follow or show, as problems. */
export function checkLinks(
  chapters: readonly Chapter[],
  paths: readonly string[],
): readonly LessonProblem[] {
  const lessons = chapters.flatMap((chapter) => chapter.lessons);
  const labs = { paths: new Set(paths), lessons: new Set(lessons.map(({ path }) => path)) };
  return lessons.flatMap((lesson) => {
    const { links, anchors } = readLinks(lesson);
    return links.flatMap((link) => {
      const message =
        link.kind === 'image'
          ? describePicture(link, lesson, labs)
          : describeLink(link, lesson, anchors, labs);
      return message === undefined ? [] : [{ path: lesson.path, line: link.line, message }];
    });
  });
}

interface Labs {
  readonly paths: ReadonlySet<string>;
  /** Those of `paths` that are lessons. */
  readonly lessons: ReadonlySet<string>;
}

function describePicture({ href, text }: Link, lesson: Lesson, labs: Labs): string | undefined {
  const target = resolveTarget(lesson.path, href);
  if (isAddress(href) || !target.startsWith(folderOf(lesson)) || !target.endsWith('.svg')) {
    return 'A picture is an SVG file in the folder of its chapter: ![words](diagrams/name.svg).';
  }
  if (!labs.paths.has(target)) return describeMissing(target);
  return text.trim() === ''
    ? 'Say in words what this picture shows: ![words](diagrams/name.svg).'
    : undefined;
}

function describeLink(
  { href }: Link,
  lesson: Lesson,
  anchors: ReadonlySet<string>,
  labs: Labs,
): string | undefined {
  if (/^https?:\/\//i.test(href)) return undefined;
  if (href.startsWith('#')) {
    return anchors.has(linkedAnchor(decodePath(href.slice(1))))
      ? undefined
      : `No heading of this lesson is "${href}".`;
  }
  const target = resolveTarget(lesson.path, href);
  if (href === '' || isAddress(href)) return describeUse();
  if (!labs.paths.has(target)) return describeMissing(target);
  const opens = labs.lessons.has(target) || target.startsWith(`${folderOf(lesson)}files/`);
  return opens ? undefined : describeUse();
}

function describeMissing(target: string): string {
  return `There is no file ${target} in the labs.`;
}

function describeUse(): string {
  return 'A link leads to a web address (https://…), to a lesson, to a heading (#…), or to a file below the files folder of its chapter.';
}

/** `mailto:…`, `//host/…`: what is no path below the labs. */
function isAddress(href: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
}

function folderOf(lesson: Lesson): string {
  return `${posix.dirname(lesson.path)}/`;
}
