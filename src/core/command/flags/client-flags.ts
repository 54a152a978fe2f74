/** Flags of the docker client that we do not carry out, by the command's short form. */
const clientFlags: Readonly<Record<string, readonly string[]>> = {
  rmi: ['platform'],
  'volume create':
    'availability group limit-bytes required-bytes scope secret sharing topology-preferred topology-required type'.split(
      ' ',
    ),
  'volume ls': ['cluster'],
  'node inspect': ['pretty'],
  'secret inspect': ['pretty'],
  'config inspect': ['pretty'],
  'service create': ['credential-spec', 'generic-resource', 'with-registry-auth'],
  'service update':
    'credential-spec generic-resource-add generic-resource-rm with-registry-auth'.split(' '),
  build:
    'allow annotation attest build-context builder cache-to call check D debug load metadata-file no-cache-filter o output policy provenance push sbom ssh'.split(
      ' ',
    ),
};

/** Whether a word is such a flag, with a value or without: the whole command is then the client's. */
export function isClientFlag(command: string, word: string): boolean {
  const name = /^(?:--([\w-]+)|-(\w))(?:=|$)/.exec(word);
  const known = Object.hasOwn(clientFlags, command) ? clientFlags[command] : undefined;
  return known?.includes(name?.[1] ?? name?.[2] ?? '') ?? false;
}
