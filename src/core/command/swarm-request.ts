import type { Filters } from './request';

/** A docker command about a swarm: its nodes, services and tasks. */
export type SwarmRequest =
  | InitSwarmRequest
  | JoinSwarmRequest
  | LeaveSwarmRequest
  | JoinTokenRequest
  | ListNodesRequest
  | UpdateNodesRequest
  | CreateServiceRequest
  | UpdateServiceRequest
  | ScaleServicesRequest
  | ListServicesRequest
  | ListTasksRequest
  | ServiceLogsRequest
  | SecretRequest
  | RemoveSwarmObjectsRequest;

/** `docker swarm init`; the body of `POST /swarm/init`. */
export interface InitSwarmRequest {
  readonly kind: 'init-swarm';
  readonly body: Body & { readonly AutoLockManagers: boolean };
}

/** `docker swarm join`; the body of `POST /swarm/join`. */
export interface JoinSwarmRequest {
  readonly kind: 'join-swarm';
  readonly body: Body;
}

export interface LeaveSwarmRequest {
  readonly kind: 'leave-swarm';
  readonly force: boolean;
}

export interface JoinTokenRequest {
  readonly kind: 'join-token';
  readonly role: 'worker' | 'manager';
  readonly rotate: boolean;
  readonly quiet: boolean;
}

export interface ListNodesRequest {
  readonly kind: 'list-nodes';
  readonly quiet: boolean;
  readonly filters: Filters;
  readonly format: string | undefined;
}

/** `docker node update`, `promote` and `demote`. */
export interface UpdateNodesRequest {
  readonly kind: 'update-nodes';
  readonly verb: 'update' | 'promote' | 'demote';
  readonly nodes: readonly string[];
  readonly role: string | undefined;
  readonly availability: string | undefined;
  readonly addLabels: Readonly<Record<string, string>>;
  readonly removeLabels: readonly string[];
}

/** `docker service create`. */
export interface CreateServiceRequest {
  readonly kind: 'create-service';
  /** The API's ServiceSpec, with names where the engine wants ids. */
  readonly spec: Body;
  readonly environmentFiles: readonly string[];
  readonly waiting: Waiting;
  /** Asks the registry which contents the image's tag stands for, so that every node runs the same. */
  readonly resolveImage: boolean;
}

/** `docker service update` and `docker service rollback`. */
export interface UpdateServiceRequest {
  readonly kind: 'update-service';
  readonly service: string;
  readonly changes: ServiceChanges;
  readonly rollback: 'no' | 'flag' | 'command';
  readonly waiting: Waiting;
  readonly resolveImage: boolean;
}

/** What an update makes of a ServiceSpec. */
export interface ServiceChanges {
  /** Laid over the spec, field by field. */
  readonly set: Body;
  readonly replicas: number | undefined;
  /** Makes all tasks anew even where nothing has changed. */
  readonly force: boolean;
  /** What comes into and goes out of its lists and maps, by the flag without `-add` and `-rm`. */
  readonly lists: Readonly<Record<string, ListChange>>;
}

export interface ListChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Whether and how the end of a change is waited for. */
export type Waiting = 'wait' | 'wait quietly' | 'detach';

export interface ScaleServicesRequest {
  readonly kind: 'scale-services';
  readonly services: readonly { readonly name: string; readonly replicas: number }[];
  readonly waiting: Waiting;
}

export interface ListServicesRequest {
  readonly kind: 'list-services';
  readonly quiet: boolean;
  readonly filters: Filters;
  readonly format: string | undefined;
}

/** `docker service ps` and `docker node ps`. */
export interface ListTasksRequest {
  readonly kind: 'list-tasks';
  readonly of: 'service' | 'node';
  /** Of nodes none means this one. */
  readonly names: readonly string[];
  readonly quiet: boolean;
  readonly noTruncate: boolean;
  readonly noResolve: boolean;
  readonly filters: Filters;
  readonly format: string | undefined;
}

/** `docker service logs`, of a service or of one task. */
export interface ServiceLogsRequest {
  readonly kind: 'service-logs';
  readonly service: string;
  readonly follow: boolean;
  readonly timestamps: boolean;
  readonly details: boolean;
  readonly raw: boolean;
  readonly noResolve: boolean;
  readonly noTaskIds: boolean;
  readonly noTruncate: boolean;
  readonly tail: string;
  readonly since: string | undefined;
}

/** `docker secret create` and `ls`, and the same of configs. */
export interface SecretRequest {
  readonly kind: 'secret' | 'config';
  readonly verb: 'create' | 'ls';
  readonly name: string;
  /** The file it is read from; `-` is standard input. */
  readonly file: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly driver: string | undefined;
  readonly templateDriver: string | undefined;
  readonly quiet: boolean;
  readonly filters: Filters;
  readonly format: string | undefined;
}

/** `docker service rm` and its like. */
export interface RemoveSwarmObjectsRequest {
  readonly kind: 'remove-swarm-objects';
  readonly of: 'service' | 'node' | 'secret' | 'config';
  readonly names: readonly string[];
  readonly force: boolean;
}

/** A part of a request's body, in the fields of the Engine API. */
export type Body = Readonly<Record<string, unknown>>;
