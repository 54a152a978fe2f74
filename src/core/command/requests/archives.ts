import { atMost, some } from '../argument-count';
import type { ImportRequest, LoadRequest, SaveRequest } from '../image-requests';
import type { GivenCommand } from './request-reader';

/** `docker save`. */
export function readSave({ name, options, names }: GivenCommand): SaveRequest {
  return {
    kind: 'save',
    images: some(names, name, 'the name of an image'),
    output: options.last('output') || undefined,
  };
}

/** `docker load`. */
export function readLoad({ name, options, names }: GivenCommand): LoadRequest {
  atMost(0, names, name);
  return {
    kind: 'load',
    input: options.last('input') || undefined,
    quiet: options.isOn('quiet'),
  };
}

/** `docker import`. */
export function readImport({ name, options, names }: GivenCommand): ImportRequest {
  atMost(2, names, name);
  const [source = ''] = some(names, name, 'an archive: a file, an address, or - for its input');
  return {
    kind: 'import',
    source,
    reference: names[1],
    changes: options.all('change'),
    message: options.last('message'),
    platform: options.last('platform'),
  };
}
