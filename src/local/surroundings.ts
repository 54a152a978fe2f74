import { homedir, userInfo } from 'node:os';
import type { Surroundings } from '../core/command/plan';

/** What `$PWD`, `$HOME`, `$USER` and `~` mean here, for commands that run in `workingDirectory`. */
export function localSurroundings(workingDirectory: string): Surroundings {
  return {
    workingDirectory,
    home: homedir(),
    user: process.env.USER ?? process.env.USERNAME ?? userInfo().username,
    variables: process.env,
  };
}
