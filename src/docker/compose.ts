import { isOnPath, runProgram } from './execute/run-program';

/** Programs that are Compose by themselves, besides the docker client's own command. */
const standalone = ['docker-compose', 'podman-compose'];

/** The machine's own Compose as the words that call it; `undefined` when none is installed. */
export async function findCompose(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<readonly string[] | undefined> {
  if (await hasComposeCommand(environment)) return ['docker', 'compose'];
  for (const program of standalone) {
    if (await isOnPath(program, environment)) return [program];
  }
  return undefined;
}

/** The docker client may be there without its Compose. */
async function hasComposeCommand(environment: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    return (await runProgram('docker', ['compose', 'version'], { environment })) === 0;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES') return false;
    throw error;
  }
}
