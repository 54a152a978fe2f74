import { join } from 'node:path';
import { lazyShellParser } from '../../src/local/shell-grammar';

/** The shell parser as the extension has it, from the built files. */
export const hostShellParser = lazyShellParser(join(__dirname, '../../../dist'));
