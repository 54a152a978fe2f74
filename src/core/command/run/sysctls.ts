import { parseWholePairs, wrongValue } from '../parse-values';

/** Kernel parameters that each container has of its own. */
const own =
  /^(?:kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|(?:net|fs\.mqueue)\..+)$/;

/** `HostConfig.Sysctls`. */
export function parseSysctls(values: readonly string[]): Readonly<Record<string, string>> {
  const settings = parseWholePairs('sysctl', values);
  const wrong = Object.keys(settings).find((name) => !own.test(name));
  if (wrong !== undefined) {
    throw wrongValue(
      'sysctl',
      wrong,
      'A container has parameters of its own only below net., fs.mqueue. and for shared memory.',
    );
  }
  return settings;
}
