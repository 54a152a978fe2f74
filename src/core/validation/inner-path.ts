/** Whether a path stays inside the folder it is relative to, on every system; `/` between names. */
export function isInnerPath(path: string): boolean {
  return (
    path !== '' &&
    !/^[A-Za-z]:|[\\\0]/.test(path) &&
    path.split('/').every((part) => part !== '..' && part !== '.' && part !== '')
  );
}
