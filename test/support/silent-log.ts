import type { Log } from '../../src/core/ports';

export const silent: Log = { info() {}, warn() {}, error() {} };

/** Keeps what is said, each line with its level. */
export function recordingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const add = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  return { lines, info: add('info'), warn: add('warn'), error: add('error') };
}
