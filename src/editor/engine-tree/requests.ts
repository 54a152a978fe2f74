import type {
  ContainersRequest,
  ExecRequest,
  InspectRequest,
  LogsRequest,
} from '../../core/command/request';
import type { ShownObject } from '../lab-objects';

/** What each action of the view asks of the engine. */

/** `docker stop`, `docker start`. */
export function changeRequest(verb: 'start' | 'stop', container: ShownObject): ContainersRequest {
  return { ...plainContainers, verb, containers: [container.id] };
}

export function inspectRequest({ kind, id }: ShownObject): InspectRequest {
  return { kind: 'inspect', names: [id], type: kind, format: undefined, size: false };
}

/** `docker logs --follow`, from the start. */
export function logsRequest(container: ShownObject): LogsRequest {
  return {
    kind: 'logs',
    container: container.id,
    follow: true,
    timestamps: false,
    details: false,
    tail: 'all',
    since: undefined,
    until: undefined,
  };
}

/** `docker exec -it … sh`. */
export function shellRequest(container: ShownObject): ExecRequest {
  return {
    kind: 'exec',
    container: container.id,
    command: ['sh'],
    detach: false,
    interactive: true,
    tty: true,
    environment: [],
    environmentFiles: [],
    user: undefined,
    workingDirectory: undefined,
    privileged: false,
    detachKeys: undefined,
  };
}

const plainContainers = {
  kind: 'containers',
  timeout: undefined,
  signal: undefined,
  force: false,
  volumes: false,
  attach: false,
  interactive: false,
  detachKeys: undefined,
  signalProxy: true,
} as const;
