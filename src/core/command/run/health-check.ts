import type { Options } from '../parse-options';
import { contradiction, parseDuration, parseIntegerWithin } from '../parse-values';
import type { CreateBody } from '../request';
import { withoutUndefined } from '../without-undefined';

/** What `--health-…` and `--no-healthcheck` ask for; `undefined` leaves it to the image. */
export function healthcheck(options: Options): CreateBody['Healthcheck'] {
  const command = options.last('health-cmd');
  const check = withoutUndefined({
    Test: command === undefined ? undefined : ['CMD-SHELL', command],
    Interval: options.parsed('health-interval', parseDuration),
    Timeout: options.parsed('health-timeout', parseDuration),
    StartPeriod: options.parsed('health-start-period', parseDuration),
    StartInterval: options.parsed('health-start-interval', parseDuration),
    Retries: options.parsed('health-retries', parseIntegerWithin(0, Number.POSITIVE_INFINITY)),
  });
  const isEmpty = Object.keys(check).length === 0;
  if (!options.isOn('no-healthcheck')) return isEmpty ? undefined : check;
  if (!isEmpty) throw contradiction('--no-healthcheck and --health-… contradict each other.');
  return { Test: ['NONE'] };
}
