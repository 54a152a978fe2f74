import { formatDuration } from './duration';

/** How long ago it was: `3 minutes ago`. */
export function formatAgo(date: Date, now: Date): string {
  return `${formatDuration((now.getTime() - date.getTime()) / 1000)} ago`;
}

/** A time as the docker client prints it: `2026-01-31 12:00:00 +0100 CET`. */
export function formatTime(date: Date): string {
  const { day, clock, zone } = localParts(date);
  return `${day} ${clock} ${zone.replace(':', '')} ${zoneName(date)}`;
}

/** A time of this machine's zone by RFC 3339: `2026-01-31T12:00:00+01:00`. */
export function formatRfc3339(date: Date): string {
  const { day, clock, zone } = localParts(date);
  return `${day}T${clock}${zone === '+00:00' ? 'Z' : zone}`;
}

function localParts(date: Date) {
  const two = (value: number): string => String(value).padStart(2, '0');
  const offset = -date.getTimezoneOffset();
  const size = Math.abs(offset);
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    clock: `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`,
    zone: `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`,
  };
}

function zoneName(date: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(date);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
}
