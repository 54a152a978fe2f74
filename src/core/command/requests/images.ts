import { atMost, one, some, two } from '../argument-count';
import { parsePairs } from '../parse-values';
import type {
  BuildRequest,
  ListImagesRequest,
  PullRequest,
  RemoveImagesRequest,
  TagRequest,
} from '../request';
import { filtersOf } from './filters';
import type { GivenCommand } from './request-reader';

/** `docker images`. */
export function readListImages({ name, options, names }: GivenCommand): ListImagesRequest {
  return {
    kind: 'list-images',
    reference: atMost(1, names, name)[0],
    all: options.isOn('all'),
    quiet: options.isOn('quiet'),
    noTruncate: options.isOn('no-trunc'),
    digests: options.isOn('digests'),
    filters: filtersOf(options),
    format: options.last('format'),
  };
}

/** `docker pull`. */
export function readPull({ name, options, names }: GivenCommand): PullRequest {
  return {
    kind: 'pull',
    image: one(names, name, 'the name of an image'),
    platform: options.last('platform'),
    allTags: options.isOn('all-tags'),
    quiet: options.isOn('quiet'),
  };
}

/** `docker rmi`. */
export function readRemoveImages({ name, options, names }: GivenCommand): RemoveImagesRequest {
  return {
    kind: 'remove-images',
    images: some(names, name, 'the name of an image'),
    force: options.isOn('force'),
    noPrune: options.isOn('no-prune'),
  };
}

/** `docker tag`. */
export function readTag({ name, names }: GivenCommand): TagRequest {
  return { kind: 'tag', ...two(names, name, 'the image, and its further name') };
}

/** `docker build`. */
export function readBuild({ options, names }: GivenCommand): BuildRequest {
  return {
    kind: 'build',
    context: one(names, 'build', 'the folder to build from, often just “.”, the folder you are in'),
    file: options.last('file'),
    tags: options.all('tag'),
    buildArguments: parsePairs(options.all('build-arg')),
    labels: parsePairs(options.all('label')),
    target: options.last('target'),
    platform: options.last('platform'),
    noCache: options.isOn('no-cache'),
    pull: options.isOn('pull'),
    quiet: options.isOn('quiet'),
    network: options.last('network'),
  };
}
