import type { Plan } from '../../core/command/plan';
import type { DockerRequest } from '../../core/command/request';

/** Whether its terminal is a container's until that ends, so that it can be taken up again. */
export function staysAttached(request: DockerRequest): boolean {
  if (request.kind === 'run') return request.start && !request.detach;
  if (request.kind !== 'containers') return false;
  return request.verb === 'attach' || (request.verb === 'start' && request.attach);
}

/** Whether the learner is meant to type into it. */
export function wantsTyping({ steps }: Plan): boolean {
  return steps.some((step) => {
    if (step.kind !== 'docker') return false;
    const { request } = step;
    if (request.kind === 'login') return true;
    if (request.kind === 'prune' || request.kind === 'prune-engine') return !request.force;
    const isInteractive = 'interactive' in request && request.interactive;
    const isDetached = 'detach' in request && request.detach;
    return isInteractive && !isDetached;
  });
}

/** Whether it needs an engine at all: also the docker client in a shell must use the right one. */
export function needsEngine({ steps }: Plan): boolean {
  return steps.some((step) => step.kind === 'docker' || step.docker.length > 0);
}
