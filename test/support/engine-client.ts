import { execFile } from 'node:child_process';
import type { Endpoint } from '../../src/docker/endpoint';

/** What a program said and how it ended. */
export interface Said {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs the docker client against an engine; `undefined` where it is not installed. */
export function dockerClient(
  { url }: Endpoint,
  words: readonly string[],
): Promise<Said | undefined> {
  const { DOCKER_CONTEXT: _, ...environment } = process.env;
  const env = { ...environment, DOCKER_HOST: url };
  return new Promise((resolve, reject) => {
    execFile('docker', [...words], { env, maxBuffer: 1e8 }, (error, output, errors) => {
      if (error?.code === undefined) resolve({ exitCode: 0, output, errors });
      else if (error.code === 'ENOENT') resolve(undefined);
      else if (typeof error.code === 'number') resolve({ exitCode: error.code, output, errors });
      else reject(error);
    });
  });
}
