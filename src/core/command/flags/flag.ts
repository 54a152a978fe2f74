import type { RiskLevel } from '../plan';

/** One flag of a docker command, as data: how it is written, and what it says. */
export interface Flag {
  /** Long name without dashes. */
  readonly long: string;
  readonly short?: string;
  /** `nothing`: it stands alone, or is `--flag=false`. `value`: the last one counts. `list`: all do. */
  readonly takes: 'nothing' | 'value' | 'list';
  /** One plain phrase for a learner. */
  readonly meaning: string;
  /** The same with its value in it. */
  readonly describe?: (value: string) => string;
  /** What it gives away, if anything. */
  readonly risk?: (value: string) => Risk | undefined;
}

export interface Risk {
  readonly level: Exclude<RiskLevel, 'none'>;
  /** One plain sentence. */
  readonly text: string;
}

/** A flag that stands alone. */
export function on(long: string, short: string, meaning: string, risk?: Risk): Flag {
  const common = { long, takes: 'nothing', meaning } as const;
  return { ...common, ...(short && { short }), ...(risk && { risk: () => risk }) };
}

/** A flag with one value. */
export function value(
  long: string,
  short: string,
  meaning: string,
  more: Pick<Flag, 'describe' | 'risk'> = {},
): Flag {
  return { long, takes: 'value', meaning, ...(short && { short }), ...more };
}

/** A flag that may be given several times. */
export function list(
  long: string,
  short: string,
  meaning: string,
  more: Pick<Flag, 'describe' | 'risk'> = {},
): Flag {
  return { long, takes: 'list', meaning, ...(short && { short }), ...more };
}
