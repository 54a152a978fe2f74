import type { Filters } from './request';

/** Requests that move images about, or tell of them. */

export interface PushRequest {
  readonly kind: 'push';
  readonly image: string;
  readonly allTags: boolean;
  readonly quiet: boolean;
}

/** `docker history`. */
export interface HistoryRequest {
  readonly kind: 'history';
  readonly image: string;
  /** Sizes and ages in words; otherwise bytes and dates. */
  readonly human: boolean;
  readonly noTruncate: boolean;
  readonly quiet: boolean;
  readonly format: string | undefined;
}

export interface SaveRequest {
  readonly kind: 'save';
  readonly images: readonly string[];
  /** The file, as written; `undefined` for standard output. */
  readonly output: string | undefined;
}

export interface LoadRequest {
  readonly kind: 'load';
  /** The file, as written; `undefined` for standard input. */
  readonly input: string | undefined;
  readonly quiet: boolean;
}

export interface ImportRequest {
  readonly kind: 'import';
  /** A file, an address of the web, or `-` for standard input. */
  readonly source: string;
  readonly reference: string | undefined;
  /** Instructions of a Dockerfile. */
  readonly changes: readonly string[];
  readonly message: string | undefined;
  readonly platform: string | undefined;
}

export interface SearchRequest {
  readonly kind: 'search';
  readonly term: string;
  readonly limit: number | undefined;
  readonly noTruncate: boolean;
  readonly filters: Filters;
  readonly format: string | undefined;
}
