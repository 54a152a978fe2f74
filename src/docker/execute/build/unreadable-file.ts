import { LabError } from '../../../core/lab-error';

/** A file of the context that cannot be sent to the engine. */
export function unreadableFile(cause: NodeJS.ErrnoException): LabError {
  const { path = 'of the folder', code } = cause;
  return new LabError('file', `The file ${path} cannot be sent to the engine: ${whyOf(code)}.`, {
    advice: 'If the image does not need it, leave it out with a line in .dockerignore.',
    cause,
  });
}

function whyOf(code: string | undefined): string {
  if (code === 'ENOENT') return 'it is gone';
  return code === 'EACCES' || code === 'EPERM'
    ? 'it may not be read'
    : 'it changed while it was read';
}
