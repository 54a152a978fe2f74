import { pinTo } from '../known-tags';
import type { Rule } from '../rule';

export const avoidLatestTag: Rule = {
  code: 'DL3007',
  name: 'avoid-latest-tag',
  severity: 'warning',
  summary: 'Do not build on `latest`.',
  why: '`latest` is only a tag that moves: it names another image after the next release. With a version you decide when to change.',
  example: { bad: 'FROM node:latest', good: 'FROM node:22-alpine' },
  lesson: 'introduction/node-application',
  *check(file) {
    for (const { image } of file.stages) {
      if (image?.tagSpan === undefined || image.tag !== 'latest') continue;
      if (image.digest !== undefined) continue;
      yield {
        range: file.range(image.tagSpan),
        message: `Pin ${image.name} to a version; "latest" is another image after the next release.`,
        fixes: pinTo(file, image),
      };
    }
  },
};
