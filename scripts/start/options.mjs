import { parseArgs } from 'node:util';

const help = `npm start: sets up what is missing, and opens the course in an editor.

  npm start -- [--yes] [--port N] [--no-open]

  --yes      ask nothing
  --port N   serve the editor in the browser at this port
  --no-open  open no window; print the address only
  --help     print this

With a desktop VS Code (its command \`code\` on the PATH) it opens that, otherwise an editor in
the browser. --port and --no-open mean the one in the browser.`;

/**
 * What the person asked for; `undefined` after --help, which is answered here.
 * @returns {{ yes: boolean, port: number | undefined, open: boolean } | undefined}
 */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      yes: { type: 'boolean', default: false },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return undefined;
  }
  return { yes: values.yes, port: readPort(values.port), open: !values['no-open'] };
}

/** @param {string | undefined} text */
function readPort(text) {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`--port takes a number from 1 to 65535, not "${text}".`);
  }
  return port;
}
