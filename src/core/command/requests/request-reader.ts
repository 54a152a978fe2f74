import type { Options } from '../parse-options';
import type { Surroundings } from '../plan';
import type { DockerRequest } from '../request';

/** Makes the request of one command from its flags and arguments. */
export type RequestReader = (given: GivenCommand) => DockerRequest;

export interface GivenCommand {
  /** The command's short form: `ps`, `network create`. */
  readonly name: string;
  /** `image` of `docker image inspect`. */
  readonly group: string | undefined;
  readonly options: Options;
  /** The arguments' values. */
  readonly names: readonly string[];
  readonly surroundings: Surroundings;
}
