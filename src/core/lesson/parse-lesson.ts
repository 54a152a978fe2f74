import type { Env } from 'markdown-it';
import type { ContainerTokens } from './containers';
import { parseFrontMatter } from './front-matter';
import type { Block, Lesson, LessonProblem } from './lesson';
import { createMarkdown } from './markdown';
import { parseBlocks } from './parse-blocks';
import { parseExercise } from './parse-exercise';
import { parseQuiz } from './parse-quiz';
import { reportDefinitions, reportSlips } from './report-slips';
import type { Source } from './source';

/** A lesson, or none when its head cannot be read; and everything an author should repair. */
export interface ParsedLesson {
  readonly lesson: Lesson | undefined;
  readonly problems: readonly LessonProblem[];
}

/**
 * Reads one lesson file. Never throws: a mistake costs the block it is in, and is told with its
 * line. `path` is relative to the labs; `id` is the lesson's id.
 */
export function parseLesson(
  text: string,
  place: { readonly path: string; readonly id: string; readonly chapter: string },
): ParsedLesson {
  const { path, id, chapter } = place;
  const problems: LessonProblem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const head = parseFrontMatter(lines);
  for (const { line, message } of head.problems) problems.push({ path, line, message });

  const counts = { run: 0, file: 0 };
  const source: Source = {
    lines: lines.map((line, index) => (index < head.length ? '' : line)),
    problem: (line, message) => problems.push({ path, line: line + 1, message }),
    nextId(kind) {
      counts[kind]++;
      return `${kind}-${counts[kind]}`;
    },
  };
  const found: Env = {};
  const tokens = createMarkdown().parse(source.lines.join('\n'), found);
  reportSlips(tokens, source);
  reportDefinitions(found.references, source);
  const whole = { tokens, place: 'lesson', end: lines.length } as const;
  const blocks = parseBlocks(whole, source, (group) => parseContainer(group, source));
  reportDuplicateIds(blocks, source);
  problems.sort((one, other) => one.line - other.line);

  const lesson =
    head.value === undefined ? undefined : { ...head.value, id, chapter, path, blocks };
  return { lesson, problems };
}

function parseContainer(group: ContainerTokens, source: Source): readonly Block[] {
  if (group.name === 'exercise') return parseExercise(group, source);
  if (group.name === 'quiz') return parseQuiz(group, source);
  source.problem(group.line, `A block "${group.name}" belongs in an exercise.`);
  return [];
}

function reportDuplicateIds(blocks: Lesson['blocks'], source: Source): void {
  const seen = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'exercise' && block.kind !== 'quiz') continue;
    if (seen.has(block.id)) {
      source.problem(block.line - 1, `The id "${block.id}" is taken already in this lesson.`);
    }
    seen.add(block.id);
  }
}
