import type { VertexStatus } from './solve-status';

/** Progress that is smaller and sooner than this is not told. */
const leastTime = 5000;
const leastShare = 0.05;

/** Whether something that goes on in a step has come far enough since it was last told. */
export function isWorthTelling(status: VertexStatus, before: VertexStatus | undefined): boolean {
  if (before === undefined || status.completed !== undefined) return true;
  const share = status.total > 0 ? (status.current - before.current) / status.total : 0;
  return share >= leastShare || status.timestamp - before.timestamp >= leastTime;
}

/** `transferring context: 1.05MB 0.1s done`. */
export function describeStatus({
  id,
  current,
  total,
  timestamp,
  started,
  completed,
}: VertexStatus): string {
  const seconds = started === undefined ? 0 : ((completed ?? timestamp) - started) / 1000;
  const parts = [
    id,
    total !== 0 ? `${formatBytes(current)} / ${formatBytes(total)}` : '',
    total === 0 && current !== 0 ? formatBytes(current) : '',
    seconds > 0.01 ? `${seconds.toFixed(1)}s` : '',
    completed === undefined ? '' : 'done',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Thousands, always with two digits after the point: `125B`, `1.05MB`. */
function formatBytes(bytes: number): string {
  const exponent = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 0), 5);
  const value = bytes / 1000 ** exponent;
  return `${exponent === 0 ? value : value.toFixed(2)}${units[exponent]}`;
}
