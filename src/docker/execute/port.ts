import type { Outcome } from '../../core/command/execution';
import type { PortRequest } from '../../core/command/request';
import { hostAndPort } from '../../core/format/ports';
import { LabError } from '../../core/lab-error';
import { asAnswer, below } from '../answer';
import { portBindings } from '../from-docker';
import { type Context, containerPath, print } from './context';

/** `docker port`. */
export async function executePort(
  { container, port }: PortRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const path = containerPath(container, '/json');
  const answer = asAnswer(await connection.json({ method: 'GET', path }), 'the container');
  const all = portBindings(below(below(answer, 'NetworkSettings'), 'Ports'));
  const wanted = port === undefined || port.includes('/') ? port : `${port}/tcp`;
  const lines = all
    .toSorted((a, b) => a.containerPort - b.containerPort)
    .flatMap(({ containerPort, protocol, hostAddress, hostPort }) => {
      const inside = `${containerPort}/${protocol}`;
      const outside = hostAndPort(hostAddress, `${hostPort}`);
      if (wanted === undefined) return [`${inside} -> ${outside}\n`];
      return wanted === inside ? [`${outside}\n`] : [];
    });
  if (wanted !== undefined && lines.length === 0) {
    throw new LabError('not-found', `The container ${container} publishes no port ${wanted}.`, {
      advice: `docker port ${container} lists what it publishes.`,
      clientWords: `Error: No public port '${port}' published for ${container}`,
    });
  }
  await print(streams, lines.join(''));
  return { exitCode: 0, detached: false, outOfMemory: false };
}
