import { LabError } from '../../lab-error';
import type { Options } from '../parse-options';
import { contradiction, parseChoice } from '../parse-values';
import type { Surroundings } from '../plan';
import type { RunRequest } from '../request';
import { createBody } from './create-body';
import { seccompProfile } from './security';

/** The request of `docker run` (`start`) and `docker create`. */
export function parseRun(options: Options, start: boolean, surroundings: Surroundings): RunRequest {
  const [image, ...command] = options.rest.map(({ value }) => value);
  if (image === undefined || image === '') {
    throw new LabError('usage', `docker ${start ? 'run' : 'create'} needs the name of an image.`, {
      advice: 'For example: docker run hello-world',
    });
  }
  const detach = start && options.isOn('detach');
  if (options.isOn('rm') && (options.last('restart') ?? 'no') !== 'no') {
    throw contradiction(
      '--rm and --restart contradict each other: what is removed cannot start again.',
    );
  }
  return {
    kind: 'run',
    start,
    image,
    command,
    detach,
    interactive: options.isOn('interactive'),
    tty: options.isOn('tty'),
    remove: options.isOn('rm'),
    pull:
      options.parsed('pull', (flag, value) =>
        parseChoice(flag, value, ['always', 'missing', 'never']),
      ) ?? 'missing',
    platform: options.last('platform'),
    name: options.last('name'),
    detachKeys: options.last('detach-keys'),
    signalProxy: options.last('sig-proxy') !== 'false',
    environmentFiles: options.all('env-file'),
    labelFiles: options.all('label-file'),
    seccompProfile: seccompProfile(options),
    cidFile: options.last('cidfile'),
    create: createBody(image, command, options, detach, surroundings),
  };
}
