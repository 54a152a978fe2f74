/** Flags of the docker client that we do not carry out, by the command's short form. */
const clientFlags: Readonly<Record<string, readonly string[]>> = {
  rmi: ['platform'],
  'volume create':
    'availability group limit-bytes required-bytes scope secret sharing topology-preferred topology-required type'.split(
      ' ',
    ),
  'volume ls': ['cluster'],
  build:
    'add-host allow annotation attest build-context builder c cache-from cache-to call cgroup-parent check compress cpu-period cpu-quota cpu-shares cpuset-cpus cpuset-mems debug disable-content-trust force-rm iidfile isolation load m memory memory-swap metadata-file no-cache-filter o output policy provenance push rm sbom secret security-opt shm-size ssh ulimit'.split(
      ' ',
    ),
};

/** Whether a word is such a flag, with a value or without: the whole command is then the client's. */
export function isClientFlag(command: string, word: string): boolean {
  const name = /^(?:--([\w-]+)|-(\w))(?:=|$)/.exec(word);
  const known = Object.hasOwn(clientFlags, command) ? clientFlags[command] : undefined;
  return known?.includes(name?.[1] ?? name?.[2] ?? '') ?? false;
}
