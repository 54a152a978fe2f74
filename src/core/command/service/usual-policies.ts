import type { Body } from '../swarm-request';
import { bodyAt, mergeBodies, valueAt } from './merge-bodies';

const usualChange: Body = {
  Parallelism: 1,
  FailureAction: 'pause',
  Monitor: 5e9,
  MaxFailureRatio: 0,
  Order: 'stop-first',
};

/** What the rest of a policy is once one part of it is said. */
const usualPolicies: readonly (readonly [readonly string[], Body])[] = [
  [['TaskTemplate', 'RestartPolicy'], { Condition: 'any', Delay: 5e9, MaxAttempts: 0 }],
  [['UpdateConfig'], usualChange],
  [['RollbackConfig'], usualChange],
];

/** Lays fields over a spec; a policy that they begin gets its usual rest. */
export function layFields(spec: Body, set: Body): Body {
  const begun = usualPolicies.filter(([path]) => {
    return valueAt(set, path) !== undefined && valueAt(spec, path) === undefined;
  });
  const below = begun.map(([path, policy]) => bodyAt(path, policy));
  return [spec, ...below, set].reduce(mergeBodies, {});
}
