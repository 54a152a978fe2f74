import type { Printer } from '../../src/cli/printer';

/** Runs a command of the command line: its exit code and what it wrote. */
export async function runCommand(
  command: (arguments_: readonly string[], printer: Printer) => Promise<number>,
  ...arguments_: readonly string[]
) {
  let output = '';
  let complaints = '';
  const exitCode = await command(arguments_, {
    print(text) {
      output += text;
    },
    complain(text) {
      complaints += text;
    },
  });
  return { exitCode, output, complaints };
}
