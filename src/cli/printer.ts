/** Where a command of the command line writes. */
export interface Printer {
  /** To standard output. */
  print(text: string): void;
  /** To standard error. */
  complain(text: string): void;
}

export const processPrinter: Printer = {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
};
