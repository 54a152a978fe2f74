/** What npm leaves behind for its scripts, but for what a person may have set: how to reach the registry. */
const fromNpm =
  /^(npm_(?!config_(registry|proxy|https_proxy|noproxy|ca|cafile|userconfig)$)|INIT_CWD$|NODE$)/;

/** What an editor leaves behind for its terminals. */
const fromEditor = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/;

/**
 * This process's environment without the traces of the npm script and of the editor it may run in:
 * another npm or another editor would take them for its own.
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment() {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter(([name]) => !fromNpm.test(name) && !fromEditor.test(name)),
  );
}
