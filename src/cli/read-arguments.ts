import { type ParseArgsConfig, parseArgs } from 'node:util';
import { LabError } from '../core/lab-error';

/** Node's reader of arguments; what it does not understand is a LabError `usage` with this advice. */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
  advice: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node's second sentence is about its own interface.
    const [message = ''] = error.message.split(/\. |\n/);
    throw new LabError('usage', `${message.replace(/\.$/, '')}.`, { advice, cause: error });
  }
}
