import type { Filters } from './request';

/** Requests about the engine as a whole, and about the docker client's own files. */

/** `docker image prune`, `docker system prune`, `docker builder prune`. */
export interface EnginePruneRequest {
  readonly kind: 'prune-engine';
  readonly what: 'images' | 'system' | 'build-cache';
  /** Everything unused, not only what is dangling. */
  readonly all: boolean;
  /** Of `system`: volumes without a name too. */
  readonly volumes: boolean;
  /** Nobody is asked. */
  readonly force: boolean;
  readonly filters: Filters;
  /** Bytes of the build cache that may stay. */
  readonly keepStorage: number | undefined;
}

/** `docker system df`. */
export interface DiskUsageRequest {
  readonly kind: 'disk-usage';
  readonly verbose: boolean;
  readonly format: string | undefined;
}

/** `docker context ls`, `docker context show`, `docker context use`. */
export interface ContextRequest {
  readonly kind: 'context';
  readonly verb: 'ls' | 'show' | 'use';
  /** Of `use`. */
  readonly name: string | undefined;
  readonly quiet: boolean;
  readonly format: string | undefined;
}

/** `docker login`. The secret is never a part of it: it is typed or piped in. */
export interface LoginRequest {
  readonly kind: 'login';
  readonly server: string | undefined;
  readonly username: string | undefined;
  readonly passwordFromInput: boolean;
}

export interface LogoutRequest {
  readonly kind: 'logout';
  readonly server: string | undefined;
}
