import type { Options } from '../parse-options';
import { wrongValue } from '../parse-values';

/** Whose view of the machine it shares, in the fields of the Engine API. */
export function readNamespaces(options: Options) {
  const mode = (flag: string, isRight: (value: string) => boolean, form: string) =>
    options.parsed(flag, (_, value) => {
      if (value !== '' && !isRight(value)) throw wrongValue(flag, value, form);
      return value;
    });
  const isHost = (value: string) => value === 'host';
  return {
    PidMode: mode(
      'pid',
      (value) => isHost(value) || /^container:./.test(value),
      'It is host or container:NAME.',
    ),
    UTSMode: mode('uts', isHost, 'It can only be host.'),
    // Podman, which speaks the same API, has more of them.
    UsernsMode: mode(
      'userns',
      (value) => isHost(value) || /^(?:auto|keep-id|nomap)(?::|$)/.test(value),
      'It is host; with Podman also auto, keep-id or nomap.',
    ),
    CgroupnsMode: mode(
      'cgroupns',
      (value) => isHost(value) || value === 'private',
      'It is host or private.',
    ),
    // The engine judges this one: which modes there are depends on its version.
    IpcMode: options.last('ipc'),
  };
}
