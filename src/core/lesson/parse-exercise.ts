import type { Token } from 'markdown-it';
import type { Check } from '../check/check';
import { parseChecks } from '../check/parse-checks';
import { type ContainerTokens, readContainer, readId } from './containers';
import { exerciseHeader } from './front-matter';
import type { Block, Hint } from './lesson';
import { parseBlocks } from './parse-blocks';
import { readHeader } from './read-header';
import { reportMisplaced } from './report-misplaced';
import { type Source, sliceLines } from './source';

/** `:::: exercise id` … `::::`. */
export function parseExercise(group: ContainerTokens, source: Source): readonly Block[] {
  const { value: header, body } = readHeader(group, source, exerciseHeader);
  const parts = sortParts(body, group.end, source);
  const id = readId(group, source);
  const refuse = (inner: ContainerTokens) => {
    source.problem(inner.line, `A block "${inner.name}" cannot stand here, inside an exercise.`);
    return [];
  };
  const { end } = group;
  const blocks = parseBlocks({ tokens: parts.task, place: 'exercise', end }, source, refuse);
  const solution = parts.solution.flatMap((each) =>
    parseBlocks({ tokens: each.tokens, place: 'solution', end: each.end }, source, refuse),
  );
  const checks = parts.checks.flatMap((token) => readChecks(token, source));
  const hints = parts.hints.map((hint) => readHint(hint, source));
  if (parts.checks.length === 0) {
    source.problem(group.line, 'This exercise has no checks: a block "yaml checks".');
  }
  if (solution.length === 0) {
    source.problem(group.line, 'This exercise has no solution: a block "::: solution".');
  } else reportAnswers(checks, solution, group.line, source);
  if (header === undefined || id === undefined) return [];
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
function sortParts(body: readonly Token[], end: number, source: Source): Parts {
  const task: Token[] = [];
  const checks: Token[] = [];
  const hints: ContainerTokens[] = [];
  const solution: ContainerTokens[] = [];
  const setup: string[] = [];
  const cleanup: string[] = [];
  const level = body[0]?.level;
  for (let index = 0; index < body.length; index++) {
    const token = body[index];
    if (token === undefined) continue;
    const isOwn = token.level === level;
    const info = isOwn && token.type === 'fence' ? token.info.trim().replace(/\s+/g, ' ') : '';
    const isPart = isOwn && /^container_(?:hint|solution)_open$/.test(token.type);
    const group = isPart ? readContainer(body, index, source, end) : undefined;
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

function readChecks(token: Token, source: Source): readonly Check[] {
  const firstLine = (token.map?.[0] ?? 0) + 2;
  const { checks, problems } = parseChecks(token.content, firstLine);
  for (const { line, message } of problems) source.problem(line - 1, message);
  return checks;
}

function readHint(group: ContainerTokens, source: Source): Hint {
  const markdown = sliceLines(source, group.line + 1, group.end).trim();
  if (markdown === '') source.problem(group.line, 'This hint is empty.');
  reportMisplaced(group.tokens, source);
  return { markdown, line: group.line + 1 };
}

/** Typed answers: one check and one answer in the solution for each id. */
function reportAnswers(
  checks: readonly Check[],
  solution: readonly Block[],
  line: number,
  source: Source,
): void {
  const asked = checks.flatMap((check) => (check.kind === 'answer' ? [check.id] : []));
  const given = solution.flatMap((block) => (block.kind === 'answer' ? [block] : []));
  for (const [index, id] of asked.entries()) {
    if (asked.indexOf(id) !== index) {
      source.problem(line, `Two checks ask for the answer "${id}": each needs an id of its own.`);
    } else if (!given.some(({ check }) => check === id)) {
      source.problem(line, `The solution has no answer "${id}": a block "sh answer=${id}".`);
    }
  }
  for (const { check, line: at } of given) {
    if (!asked.includes(check)) source.problem(at - 1, `No check asks for the answer "${check}".`);
  }
}
