import { LabError } from '../../lab-error';
import type { Options } from '../parse-options';
import { parseDuration, parseInteger } from '../parse-values';
import type { CreateBody } from '../request';
import { withoutUndefined } from '../without-undefined';

/** What `--health-…` and `--no-healthcheck` ask for; `undefined` leaves it to the image. */
export function healthcheck(options: Options): CreateBody['Healthcheck'] {
  const command = options.last('health-cmd');
  if (options.isOn('no-healthcheck')) {
    if (command !== undefined) {
      throw new LabError('usage', '--no-healthcheck and --health-cmd contradict each other.');
    }
    return { Test: ['NONE'] };
  }
  const check = withoutUndefined({
    Test: command === undefined ? undefined : ['CMD-SHELL', command],
    Interval: options.parsed('health-interval', parseDuration),
    Timeout: options.parsed('health-timeout', parseDuration),
    StartPeriod: options.parsed('health-start-period', parseDuration),
    StartInterval: options.parsed('health-start-interval', parseDuration),
    Retries: options.parsed('health-retries', parseInteger),
  });
  return Object.keys(check).length === 0 ? undefined : check;
}
