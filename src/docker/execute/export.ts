import type { Outcome } from '../../core/command/execution';
import type { ExportRequest } from '../../core/command/request';
import { wouldFillTerminal } from './archive-terminal';
import { type Context, containerPath } from './context';
import { readWhole } from './copy/readable';
import { checkOutput, writeFileWhole } from './local-file';

/** `docker export`: all files of a container as one tar archive. */
export async function executeExport(
  { container, output }: ExportRequest,
  context: Context,
): Promise<Outcome> {
  const { connection, streams, options } = context;
  if (output === undefined && streams.terminal !== undefined) throw wouldFillTerminal();
  const file =
    output === undefined
      ? undefined
      : await checkOutput(output, options.workingDirectory, 'export container');
  const path = containerPath(container, '/export');
  const chunks = readWhole(await connection.stream({ method: 'GET', path }), context);
  if (file !== undefined) await writeFileWhole(file, chunks);
  else for await (const chunk of chunks) await streams.stdout(chunk);
  return { exitCode: 0, detached: false, outOfMemory: false };
}
