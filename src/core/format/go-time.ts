/**
 * A time of the engine's, `2026-01-31T12:00:00.120Z`, as Go prints it where the docker client leaves
 * it to Go: `2026-01-31 12:00:00.12 +0000 UTC`. Kept as it is when it is none.
 */
export function goTime(text: string): string {
  const match = /^([\d-]+)T([\d:]+)(\.\d+)?(?:Z|([+-]\d\d):(\d\d))$/.exec(text);
  if (match === null) return text;
  const [, day, clock, fraction = '', hours, minutes] = match;
  const zone = hours === undefined ? '+0000 UTC' : `${hours}${minutes} ${hours}${minutes}`;
  return `${day} ${clock}${fraction.replace(/\.?0+$/, '')} ${zone}`;
}
