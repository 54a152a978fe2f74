import type { CommandCheck, FileCheck, HttpCheck, PortCheck } from '../check';
import { fail, firstFailure, type Judge, pass } from './judgement';
import { describeSelector, selectContainer } from './select-container';

/** Judges whether something answers on a port of this machine. */
export const judgePort: Judge<PortCheck> = async ({ port, is }, facts) => {
  const answers = await facts.portAnswers(port);
  if (answers === (is === 'answering')) return pass;
  return is === 'free'
    ? fail(`port ${port} is free`, 'something still answers there')
    : fail(`something answers on port ${port}`, 'nobody does');
};

/** Judges an answer over HTTP. */
export const judgeHttp: Judge<HttpCheck> = async (check, facts) => {
  const { url, status, contains, containsFile } = check;
  const answer = await facts.http(url);
  if (answer === undefined) return fail(`an answer from ${url}`, 'nobody answers there');
  if (answer.status !== status) {
    return fail(`status ${status}`, `status ${answer.status}${withOutput(answer.body)}`);
  }
  if (contains !== undefined && !answer.body.includes(contains)) {
    return fail(`a page with “${contains}”`, `it begins with “${excerpt(answer.body)}”`);
  }
  if (containsFile === undefined) return pass;
  const file = await facts.readFile(containsFile);
  if (file === undefined)
    return fail(`the page is your file ${containsFile}`, 'there is no such file');
  return sameLines(answer.body).includes(sameLines(file))
    ? pass
    : fail(`the page is your file ${containsFile}`, `it begins with “${excerpt(answer.body)}”`);
};

/** Judges a file of the learner's. */
export const judgeFile: Judge<FileCheck> = async (check, facts, { lint }) => {
  const { path, contains, matches, lint: mustBeClean } = check;
  const text = await facts.readFile(path);
  if (text === undefined) return fail(`a file ${path}`, 'there is none in your working folder');
  const findings = mustBeClean === undefined ? [] : await lint(text);
  const [worst] = findings.filter(({ severity }) => ['error', 'warning'].includes(severity));
  return firstFailure([
    contains === undefined || text.includes(contains)
      ? pass
      : fail(`“${contains}” in ${path}`, 'it is not there'),
    matches === undefined || new RegExp(matches, 'm').test(text)
      ? pass
      : // The pattern is the author's; what it means stands in the statement.
        fail(`${path} has what is asked for`, 'nothing in it fits'),
    worst === undefined ? pass : fail('no warnings', `${worst.code}: ${worst.message}`),
  ]);
};

/** Judges what a command does inside a running container. */
export const judgeCommand: Judge<CommandCheck> = async (check, facts) => {
  const { container: selector, command, exitCode, outputContains } = check;
  const container = await selectContainer(selector, facts);
  if (container === undefined)
    return fail(describeSelector(selector), 'there is none on the engine');
  if (container.state !== 'running') return fail('a running container', `it is ${container.state}`);
  const result = await facts.execute(container.id, command);
  const asExpected =
    exitCode === undefined ||
    (exitCode === 'not zero' ? result.exitCode !== 0 : result.exitCode === exitCode);
  const words = command.join(' ');
  if (!asExpected) {
    const expected = exitCode === 'not zero' ? 'it fails' : `exit code ${exitCode}`;
    return fail(
      `“${words}”: ${expected}`,
      `exit code ${result.exitCode}${withOutput(lastLine(result.output))}`,
    );
  }
  if (outputContains === undefined || result.output.includes(outputContains)) return pass;
  return fail(`“${words}” prints “${outputContains}”`, describeOutput(result.output));
};

function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

function describeOutput(output: string): string {
  return output.trim() === '' ? 'it printed nothing' : `it printed “${excerpt(output)}”`;
}

/** Programs say what went wrong at the end. */
function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}

function withOutput(output: string): string {
  return output.trim() === '' ? '' : `: ${excerpt(output)}`;
}

function sameLines(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
