import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/**
 * A program that keeps one sign-in in a file beside it, as the docker client's helpers keep theirs,
 * and notes what it was asked. Its name is `container-labs-test`.
 */
export async function installHelper(folder: string): Promise<void> {
  const path = join(folder, 'docker-credential-container-labs-test');
  await writeFile(path, program);
  await chmod(path, 0o755);
}

const program = `#!/bin/sh
folder=$(dirname "$0")
input=$(cat)
printf '%s %s\\n' "$1" "$input" >> "$folder/asked"
case $1 in
  get) cat "$folder/kept" 2>/dev/null || { echo 'credentials not found in native keychain'; exit 1; } ;;
  store) printf '%s' "$input" > "$folder/kept" ;;
  erase) rm -f "$folder/kept" ;;
esac
`;

/** Runs something with a folder first on the path of programs. */
export async function withPath(folder: string, use: () => Promise<void>): Promise<void> {
  const { PATH: usual } = process.env;
  process.env.PATH = `${folder}${delimiter}${usual}`;
  try {
    await use();
  } finally {
    process.env.PATH = usual;
  }
}
