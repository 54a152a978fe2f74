import { LabError } from '../../lab-error';
import { atMost, one, some, two } from '../argument-count';
import type { HistoryRequest, PushRequest, SearchRequest } from '../image-requests';
import { parseInteger } from '../parse-values';
import type { ListImagesRequest, PullRequest, RemoveImagesRequest, TagRequest } from '../request';
import { filtersOf } from './filters';
import type { GivenCommand } from './request-reader';

/** `docker images`. */
export function readListImages({ name, options, names }: GivenCommand): ListImagesRequest {
  if (options.isOn('tree')) {
    throw new LabError('unsupported', 'The tree of images cannot be shown here.', {
      advice: 'docker images lists them in a table, docker history shows the layers of one.',
    });
  }
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

/** `docker push`. */
export function readPush({ name, options, names }: GivenCommand): PushRequest {
  return {
    kind: 'push',
    image: one(names, name, 'the name of an image'),
    allTags: options.isOn('all-tags'),
    quiet: options.isOn('quiet'),
  };
}

/** `docker history`. */
export function readHistory({ name, options, names }: GivenCommand): HistoryRequest {
  return {
    kind: 'history',
    image: one(names, name, 'the name of an image'),
    human: options.last('human') !== 'false',
    noTruncate: options.isOn('no-trunc'),
    quiet: options.isOn('quiet'),
    format: options.last('format'),
  };
}

/** `docker search`. */
export function readSearch({ name, options, names }: GivenCommand): SearchRequest {
  return {
    kind: 'search',
    term: one(names, name, 'what to look for'),
    limit: options.parsed('limit', parseInteger),
    noTruncate: options.isOn('no-trunc'),
    filters: filtersOf(options),
    format: options.last('format'),
  };
}
