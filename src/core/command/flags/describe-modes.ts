import type { Risk } from './flag';

/** A flag that says whose piece of the system the container sees. */
export function describeSharing(what: string): (mode: string) => string {
  return (mode) => {
    if (mode === 'host') return `shares ${what} of the host`;
    const [, name] = /^container:(.+)$/.exec(mode) ?? [];
    if (name !== undefined) return `shares ${what} of the container ${name}`;
    return mode === 'private' || mode === '' ? `has ${what} to itself` : `${what}: ${mode}`;
  };
}

/** Of such a flag only the host's own piece is a risk. */
export function hostRisk(text: string): (mode: string) => Risk | undefined {
  return (mode) => (mode === 'host' ? { level: 'high', text } : undefined);
}

/** The policies of `--restart`. */
export function describeRestart(policy: string): string {
  const [name, count] = policy.split(':');
  switch (name) {
    case 'no':
      return 'is not started again';
    case 'always':
      return 'is started again whenever it ends';
    case 'unless-stopped':
      return 'is started again whenever it ends, unless you stop it';
    case 'on-failure': {
      const tries = count === undefined ? '' : `, ${count} time${count === '1' ? '' : 's'} at most`;
      return `is started again when it fails${tries}`;
    }
    default:
      return `is started again by itself: ${policy}`;
  }
}
