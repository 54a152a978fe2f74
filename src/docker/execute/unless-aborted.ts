import { cancelled } from '../errors';

/**
 * What comes of some work, or `cancelled` once the caller wants to stop and the work has had `grace`
 * milliseconds more. The work itself goes on: what it opens must be closed elsewhere.
 */
export async function unlessAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
  grace = 0,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let giveUp: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => {
      timer = setTimeout(() => reject(cancelled()), grace);
    };
  });
  if (signal.aborted) giveUp();
  else signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}
