import type { Dockerfile } from './dockerfile';
import { insertAt, replaceAt } from './edits';
import type { ImageReference } from './image-reference';
import type { Fix } from './rule';

/** Tags that the lessons use, or that their makers keep for years; only ever offered, never applied. */
const knownTags: Readonly<Record<string, readonly string[]>> = {
  alpine: ['3.22'],
  debian: ['12-slim'],
  golang: ['1.25-alpine'],
  httpd: ['2.4-alpine'],
  nginx: ['1.28-alpine'],
  node: ['22-alpine', '22-slim'],
  postgres: ['17-alpine'],
  python: ['3.13-slim', '3.13-alpine'],
  redis: ['7-alpine'],
  ubuntu: ['24.04'],
};

/** Offers of a version for an image that has none. */
export function pinTo(file: Dockerfile, image: ImageReference): readonly Fix[] {
  if (image.registry !== undefined || !Object.hasOwn(knownTags, image.name)) return [];
  return (knownTags[image.name] ?? []).map((tag) => ({
    title: `Pin ${image.name} to ${tag}`,
    edits: [
      image.tagSpan === undefined
        ? insertAt(file, image.end, `:${tag}`)
        : replaceAt(file, image.tagSpan, tag),
    ],
    automatic: false,
  }));
}
