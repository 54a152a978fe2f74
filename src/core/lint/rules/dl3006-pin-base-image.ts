import { pinTo } from '../known-tags';
import type { Rule } from '../rule';

/** An image whose name is a variable is not judged: its version may be in the variable. */
export const pinBaseImage: Rule = {
  code: 'DL3006',
  name: 'pin-base-image',
  severity: 'warning',
  summary: 'Pin the base image to a version.',
  why: 'Without a tag you get whatever `latest` is on the day of the build. The same Dockerfile then gives another image next month.',
  example: { bad: 'FROM node', good: 'FROM node:22-alpine' },
  lesson: 'introduction/node-application',
  *check(file) {
    const names = new Set<string | undefined>(['scratch']);
    for (const { image, alias } of file.stages) {
      const isFloating =
        image !== undefined && image.tag === undefined && image.digest === undefined;
      if (isFloating && !names.has(image.name) && !image.name.startsWith('$')) {
        yield {
          range: file.range(image),
          message: `Pin ${image.text} to a version; without a tag it is whatever "latest" is that day.`,
          fixes: pinTo(file, image),
        };
      }
      names.add(alias?.text);
    }
  },
};
