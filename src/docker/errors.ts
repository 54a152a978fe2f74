import { LabError } from '../core/lab-error';
import type { Endpoint } from './endpoint';
import { isAboutTrust } from './ping';

/** Trouble with the connection itself, in plain words. */
export function fromSocketError(
  error: unknown,
  endpoint: Endpoint,
  signal?: AbortSignal,
): LabError {
  if (error instanceof LabError) return error;
  if (signal?.aborted) return cancelled();
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  const at = endpoint.url;
  if (code === 'ABORT_ERR') {
    return new LabError('engine-gone', `The container engine at ${at} has stopped answering.`, {
      advice: 'Restart the engine (or Docker Desktop), then try again.',
      cause: error,
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new LabError('not-allowed', `You are not allowed to open the engine's socket ${at}.`, {
      advice:
        'On Linux: sudo usermod -aG docker "$USER", then sign out and in again. Whoever is in that group is root on this machine in all but name.',
      cause: error,
    });
  }
  if (['ENOENT', 'ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT'].includes(code)) {
    return new LabError('no-engine', `The container engine at ${at} does not answer.`, {
      advice: 'Is it running? Start it (or Docker Desktop), then try again.',
      cause: error,
    });
  }
  if (isAboutTrust(code)) {
    return new LabError(
      'no-engine',
      `The container engine at ${at} and this machine do not trust each other’s certificates.`,
      {
        advice: 'Are they still valid? DOCKER_CERT_PATH names the folder they are in.',
        cause: error,
      },
    );
  }
  if (code.startsWith('HPE_')) {
    return new LabError('engine-answer', `What answers at ${at} does not speak the Engine API.`, {
      advice: 'Another program may listen there. Check DOCKER_HOST and the docker context.',
      cause: error,
    });
  }
  return new LabError('engine-gone', `The container engine at ${at} went away in the middle.`, {
    advice: 'Nothing that was finished is lost. Start the engine again, then try once more.',
    cause: error,
  });
}

export function cancelled(message = 'Stopped.'): LabError {
  return new LabError('cancelled', message);
}
