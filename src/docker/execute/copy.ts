import type { Outcome } from '../../core/command/execution';
import type { CopyRequest } from '../../core/command/request';
import { formatSize } from '../../core/format/size';
import { type Context, printError } from './context';
import { copyFrom } from './copy/copy-from';
import { copyTo } from './copy/copy-to';

/** `docker cp`. */
export async function executeCopy(request: CopyRequest, context: Context): Promise<Outcome> {
  const { direction, localPath, quiet } = request;
  const copied = await (direction === 'from' ? copyFrom : copyTo)(request, context);
  const { streams } = context;
  // Somebody who watches is told; an archive speaks for itself.
  if (!quiet && streams.terminal !== undefined && localPath !== '-') {
    const size = formatSize(copied.bytes);
    await printError(streams, `Successfully copied ${size} to ${copied.target}\n`);
  }
  return { exitCode: 0, detached: false, outOfMemory: false };
}
