/**
 * The progress of a build in a form that can be compared: steps by their names, without numbers,
 * times, digests and what is only told when it lasts.
 */
export function comparableSteps(output: string): readonly string[] {
  const steps = new Map<string, string[]>();
  // Later clients show the last lines of a step that has failed once more.
  const rest: string[] = [];
  for (const line of output.split('\n')) {
    const [, number, text = ''] = /^#(\d+) (.*)$/.exec(line) ?? [];
    if (number === undefined) rest.push(plain(line));
    else if (isLasting(text)) steps.set(number, [...(steps.get(number) ?? []), plain(text)]);
  }
  const blocks = [...steps.values()].map((lines) => [...new Set(lines)].join('\n')).sort();
  return [...blocks, rest.filter((line) => line !== '' && !line.startsWith('T ')).join('\n')];
}

/** Old clients tell the digest of each step; some things are told twice when they take a while. */
function isLasting(text: string): boolean {
  const isPassing =
    /^(?:transferring|exporting|writing|naming) /.test(text) && !text.endsWith('done');
  return !isPassing && text !== '...' && !/^sha256:\w+$/.test(text);
}

function plain(line: string): string {
  return line
    .replace(/^\d+\.\d+ /, 'T ')
    .replace(/ \d+\.\d+s\b/g, '')
    .replace(/ [\d.]+[kM]?B\b/g, '')
    .replace(/(?:DONE|CACHED)$/, 'OVER')
    .replace(/sha256:[0-9a-f]{64}/g, 'DIGEST')
    .replace(/buildkit-mount\d+/g, 'MOUNT');
}
