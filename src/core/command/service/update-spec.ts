import { LabError } from '../../lab-error';
import type { Body, ServiceChanges } from '../swarm-request';
import { isBody, mergeBodies, valueAt } from './merge-bodies';
import { changeList } from './service-lists';
import { layFields } from './usual-policies';

/** The spec of a service as an update makes it. */
export function updateSpec(spec: Body, { set, replicas, force, lists }: ServiceChanges): Body {
  const changed = Object.entries(lists).reduce(
    (body, [name, change]) => changeList(body, name, change),
    layFields(spec, set),
  );
  const scaled = replicas === undefined ? changed : withReplicas(changed, replicas);
  if (!force) return scaled;
  const times = valueAt(scaled, ['TaskTemplate', 'ForceUpdate']);
  const ForceUpdate = (typeof times === 'number' ? times : 0) + 1;
  return mergeBodies(scaled, { TaskTemplate: { ForceUpdate } });
}

/** The spec with another number of tasks; only a service that counts them has one. */
export function withReplicas(spec: Body, replicas: number): Body {
  const mode = spec.Mode;
  if (isBody(mode) && isBody(mode.Replicated)) {
    return mergeBodies(spec, { Mode: { Replicated: { Replicas: replicas } } });
  }
  if (isBody(mode) && isBody(mode.ReplicatedJob)) {
    const job = { TotalCompletions: replicas, MaxConcurrent: replicas };
    return mergeBodies(spec, { Mode: { ReplicatedJob: job } });
  }
  throw new LabError('not-allowed', 'A global service runs once on every node: it has no number.', {
    advice: 'Make it with --mode replicated to choose how many run.',
    clientWords: 'replicas can only be used with replicated or replicated-job mode',
  });
}
