import { posix } from 'node:path';

/** Where a relative link of a lesson leads, as a path below the labs. */
export function resolveTarget(lessonPath: string, href: string): string {
  const [path = ''] = href.split('#');
  return posix.normalize(posix.join(posix.dirname(lessonPath), decodePath(path)));
}

/** A path as it is on the disk; Markdown writes some signs as `%20`. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
