import type { DockerRequest } from '../../core/command/request';
import { LabError } from '../../core/lab-error';
import type { EngineService } from '../engine-service';
import type { ShownObject } from '../lab-objects';
import { ownWords } from '../terminal/session-terminal';
import type { Terminals } from '../terminal/terminals';
import { logsRequest, shellRequest } from './requests';

/** A shell in a running container. */
export async function openShell(
  container: ShownObject,
  engine: EngineService,
  terminals: Terminals,
): Promise<void> {
  const key = `shell/${container.id}`;
  if (terminals.isBusy(key)) {
    terminals.show(key);
    return;
  }
  await runInTerminal(shellRequest(container), engine, terminals, {
    key,
    name: `${container.name}: sh`,
    icon: 'terminal',
    isShell: true,
    echo: `$ docker exec -it ${container.name} sh`,
  });
}

/** What a container has printed and goes on printing. */
export async function openLogs(
  container: ShownObject,
  engine: EngineService,
  terminals: Terminals,
): Promise<void> {
  const key = `logs/${container.id}`;
  if (terminals.isBusy(key)) {
    terminals.show(key);
    return;
  }
  await runInTerminal(logsRequest(container), engine, terminals, {
    key,
    name: `${container.name}: logs`,
    icon: 'output',
    isShell: false,
    echo: `$ docker logs --follow ${container.name}`,
  });
}

interface Look {
  readonly key: string;
  readonly name: string;
  readonly icon: string;
  readonly isShell: boolean;
  readonly echo: string;
}

async function runInTerminal(
  request: DockerRequest,
  engine: EngineService,
  terminals: Terminals,
  look: Look,
): Promise<void> {
  const connection = await engine.connection();
  await terminals.run({
    ...look,
    takesFocus: look.isShell,
    async work(session) {
      session.print(look.echo, '1');
      if (look.isShell) await session.opened;
      try {
        const { exitCode } = await connection.execute(request, session, {
          workingDirectory: '.',
          labels: {},
          signal: session.signal,
          onAttached: session.setRaw,
        });
        session.print(exitCode === 127 || exitCode === 126 ? noShell : 'It has ended.', ownWords);
      } catch (error) {
        if (!(error instanceof LabError && error.code === 'cancelled')) throw error;
        session.print('Stopped watching. The container goes on.', ownWords);
      }
    },
  });
}

const noShell = 'There is no shell in this container: its image holds the program alone.';
