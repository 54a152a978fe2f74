import { homedir, userInfo } from 'node:os';
import type { Surroundings } from '../core/command/plan';

/** What `$PWD`, `$HOME`, `$USER` and `~` mean here, for commands that run in `workingDirectory`. */
export function localSurroundings(workingDirectory: string): Surroundings {
  return {
    workingDirectory,
    home: homedir(),
    user: process.env.USER ?? process.env.USERNAME ?? accountName(),
    variables: process.env,
  };
}

/** In a container the user may be a number that no account has. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
