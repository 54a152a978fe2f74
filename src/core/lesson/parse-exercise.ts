import type { Token } from 'markdown-it';
import { parseChecks } from '../check/parse-checks';
import { type ContainerTokens, readContainer, readId } from './containers';
import { exerciseHeader } from './front-matter';
import type { Block, Hint } from './lesson';
import { parseBlocks } from './parse-blocks';
import { readHeader } from './read-header';
import { type Source, sliceLines } from './source';

/** `:::: exercise id` … `::::`. */
export function parseExercise(group: ContainerTokens, source: Source): readonly Block[] {
  const { value: header, body } = readHeader(group, source, exerciseHeader);
  const parts = sortParts(body, source);
  const id = readId(group, source);
  const refuse = (inner: ContainerTokens) => {
    source.problem(inner.line, `A block "${inner.name}" cannot stand here, inside an exercise.`);
    return [];
  };
  const checks = parts.checks.flatMap((token) => readChecks(token, source));
  if (checks.length === 0) {
    source.problem(
      group.line,
      `The exercise "${group.argument}" has no checks: a block "yaml checks".`,
    );
  }
  if (parts.solution.length === 0) {
    source.problem(
      group.line,
      `The exercise "${group.argument}" has no solution: a block "::: solution".`,
    );
  }
  const blocks = parseBlocks(parts.task, source, 'exercise', refuse);
  const solution = parts.solution.flatMap((each) =>
    parseBlocks(each.tokens, source, 'solution', refuse),
  );
  for (const block of solution) {
    if (block.kind !== 'answer') continue;
    if (!checks.some((check) => check.kind === 'answer' && check.id === block.check)) {
      source.problem(block.line - 1, `No check has the answer "${block.check}".`);
    }
  }
  if (header === undefined || id === undefined) return [];
  const hints = parts.hints.map((hint) => readHint(hint, source));
  const { setup, cleanup } = parts;
  const line = group.line + 1;
  return [
    { kind: 'exercise', id, ...header, blocks, checks, hints, solution, setup, cleanup, line },
  ];
}

interface Parts {
  readonly task: readonly Token[];
  readonly checks: readonly Token[];
  readonly hints: readonly ContainerTokens[];
  readonly solution: readonly ContainerTokens[];
  readonly setup: readonly string[];
  readonly cleanup: readonly string[];
}

/** Takes out what is not part of the task's text. */
function sortParts(body: readonly Token[], source: Source): Parts {
  const task: Token[] = [];
  const checks: Token[] = [];
  const hints: ContainerTokens[] = [];
  const solution: ContainerTokens[] = [];
  const setup: string[] = [];
  const cleanup: string[] = [];
  for (let index = 0; index < body.length; index++) {
    const token = body[index];
    if (token === undefined) continue;
    const info = token.type === 'fence' ? token.info.trim().replace(/\s+/g, ' ') : '';
    const isPart = /^container_(?:hint|solution)_open$/.test(token.type);
    const group = isPart ? readContainer(body, index, source) : undefined;
    if (group !== undefined) {
      (group.name === 'hint' ? hints : solution).push(group);
      index += group.tokens.length + 1;
    } else if (info === 'yaml checks') checks.push(token);
    else if (info === 'sh setup') setup.push(token.content.trim());
    else if (info === 'sh cleanup') cleanup.push(token.content.trim());
    else task.push(token);
  }
  return { task, checks, hints, solution, setup, cleanup };
}

function readChecks(token: Token, source: Source) {
  const firstLine = (token.map?.[0] ?? 0) + 2;
  const { checks, problems } = parseChecks(token.content, firstLine);
  for (const { line, message } of problems) source.problem(line - 1, message);
  return checks;
}

function readHint(group: ContainerTokens, source: Source): Hint {
  const markdown = sliceLines(source, group.line + 1, group.end - 1).trim();
  if (markdown === '') source.problem(group.line, 'This hint is empty.');
  return { markdown, line: group.line + 1 };
}
