import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the built program: grammars lie beside it. `npm` may have linked to it. */
export const distFolder = dirname(realpathSync(process.argv[1] ?? '.'));

/** The course that is shipped with this program. */
export const defaultLabsFolder = join(distFolder, '..', 'labs');
