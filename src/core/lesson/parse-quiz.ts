import type { Token } from 'markdown-it';
import { type ContainerTokens, readId } from './containers';
import { quizHeader } from './front-matter';
import type { Block, QuizOption } from './lesson';
import { readHeader } from './read-header';
import { type Source, sliceLines } from './source';

/** `:::: quiz id` … `::::`: a question, then a task list of options with reasons. */
export function parseQuiz(group: ContainerTokens, source: Source): readonly Block[] {
  const { value: header, body } = readHeader(group, source, quizHeader);
  const id = readId(group, source);
  const list = body.find(
    (token) => token.type === 'bullet_list_open' && token.level === level(body),
  );
  const from = body[0]?.map?.[0] ?? group.line + 1;
  const to = list?.map?.[0] ?? group.end - 1;
  const question = sliceLines(source, from, to).trim();
  const options = readOptions(body, level(body) + 1, source);

  const complain = (message: string) => source.problem(group.line, message);
  if (question === '') complain(`The quiz "${group.argument}" has no question before its options.`);
  if (options.length < 2)
    complain(`The quiz "${group.argument}" needs two options or more: "- [ ] …".`);
  if (options.length > 0 && !options.some((option) => option.right)) {
    complain(`The quiz "${group.argument}" has no right option: "- [x] …".`);
  }
  if (header === undefined || id === undefined) return [];
  return [{ kind: 'quiz', id, covers: header.covers, question, options, line: group.line + 1 }];
}

function level(tokens: readonly Token[]): number {
  return tokens[0]?.level ?? 0;
}

function readOptions(
  body: readonly Token[],
  itemLevel: number,
  source: Source,
): readonly QuizOption[] {
  return body
    .filter((token) => token.type === 'list_item_open' && token.level === itemLevel)
    .flatMap((token) => {
      const [from, to] = token.map ?? [0, 0];
      const text = source.lines
        .slice(from, to)
        .map((line) => line.trim())
        .join(' ')
        .trim();
      const match = /^[-*+] \[( |x|X)\] (.*)$/.exec(text);
      if (match === null) {
        source.problem(from, 'An option is written "- [ ] text: reason" or "- [x] text: reason".');
        return [];
      }
      const [, mark, rest = ''] = match;
      const [option, why] = splitReason(rest);
      if (why === '') source.problem(from, 'This option has no reason: after ": " say why.');
      return [{ right: mark !== ' ', text: option, why }];
    });
}

/** The text and the reason after the first ": " that does not stand in a code span. */
function splitReason(text: string): readonly [string, string] {
  let inCode = false;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '`') inCode = !inCode;
    if (!inCode && text.startsWith(': ', index)) {
      return [text.slice(0, index).trim(), capitalized(text.slice(index + 2).trim())];
    }
  }
  return [text.trim(), ''];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
