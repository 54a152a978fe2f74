import type { BuildFailure } from './builder-answers';

/** How a build has ended. */
export type BuildEnd =
  | { readonly failure: BuildFailure }
  | { readonly failure?: never; readonly imageId: string | undefined };
