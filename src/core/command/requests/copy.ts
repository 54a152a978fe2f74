import { LabError } from '../../lab-error';
import { two } from '../argument-count';
import type { CopyRequest } from '../request';
import type { GivenCommand } from './request-reader';

/** `docker cp`: one side is `CONTAINER:PATH`, the other a path of this machine or `-`. */
export function readCopy({ name, options, names, surroundings }: GivenCommand): CopyRequest {
  const { source, target } = two(names, name, 'what to copy, and where to');
  if (source === '') throw wrongSides('There is nothing to copy.', 'source can not be empty');
  if (target === '') {
    throw wrongSides('There is nowhere to copy to.', 'destination can not be empty');
  }
  const isWindows = /^[A-Za-z]:/.test(surroundings.workingDirectory);
  const [from, to] = [splitSide(source, isWindows), splitSide(target, isWindows)];
  const common = {
    kind: 'copy',
    archive: options.isOn('archive'),
    followLink: options.isOn('follow-link'),
    quiet: options.isOn('quiet'),
  } as const;
  if (from !== undefined && to !== undefined) {
    throw wrongSides(
      'Both sides name a container, and docker cp copies only between one and your machine.',
      'copying between containers is not supported',
    );
  }
  if (from !== undefined) return { ...common, ...from, direction: 'from', localPath: target };
  if (to !== undefined) return { ...common, ...to, direction: 'to', localPath: source };
  throw wrongSides('Neither side names a container.', 'must specify at least one container source');
}

/** A path of this machine is absolute, or begins with a dot, or has no colon. */
function splitSide(side: string, isWindows: boolean) {
  const at = side.indexOf(':');
  const isAbsolute = side.startsWith('/') || (isWindows && /^[A-Za-z]:[\\/]/.test(side));
  const isLocal = at === -1 || side.startsWith('.') || isAbsolute;
  return isLocal ? undefined : { container: side.slice(0, at), containerPath: side.slice(at + 1) };
}

function wrongSides(message: string, clientWords: string): LabError {
  const advice = 'For example: docker cp web:/etc/hosts . or docker cp page.html web:/srv';
  return new LabError('usage', message, { advice, clientWords });
}
