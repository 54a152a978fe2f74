import { containerFlags } from './container-flags';
import type { Flag } from './flag';
import { networkFlags, volumeFlags } from './network-flags';
import { otherFlags } from './other-flags';
import { runFlags } from './run-flags';
import { serviceFlags } from './service-flags';
import { swarmFlags } from './swarm-flags';

/** The flags of a command, by its short form; `undefined` when it is not one of ours. */
export function flagsOf(command: string): readonly Flag[] | undefined {
  if (command === 'run') return runFlags;
  if (command === 'create') return createFlags;
  const table = tables.find((each) => Object.hasOwn(each, command));
  return table?.[command];
}

const tables = [otherFlags, containerFlags, networkFlags, volumeFlags, swarmFlags, serviceFlags];

/** What is only made has no streams yet to attach to or to leave. */
const createFlags = runFlags.filter(
  ({ long }) => !['detach', 'detach-keys', 'sig-proxy'].includes(long),
);
