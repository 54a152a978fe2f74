import type { Token } from 'markdown-it';
import { type ContainerTokens, readId, skipBlock } from './containers';
import { quizHeader } from './front-matter';
import type { Block, QuizOption } from './lesson';
import { readHeader } from './read-header';
import { reportMisplaced } from './report-misplaced';
import { type Source, sliceLines } from './source';

/** `:::: quiz id` … `::::`: a question, then a task list of options with reasons. */
export function parseQuiz(group: ContainerTokens, source: Source): readonly Block[] {
  const { value: header, body } = readHeader(group, source, quizHeader);
  const id = readId(group, source);
  const level = body[0]?.level;
  const list = body.findIndex(
    (token) => token.type === 'bullet_list_open' && token.level === level,
  );
  const isFound = list !== -1;
  const optionTokens = isFound ? body.slice(list, skipBlock(body, list) + 1) : [];
  const [after] = isFound ? body.slice(list + optionTokens.length) : [];
  const questionTokens = isFound ? body.slice(0, list) : body;
  const question = sliceLines(
    source,
    questionTokens[0]?.map?.[0] ?? group.end,
    optionTokens[0]?.map?.[0] ?? group.end,
  ).trim();
  const options = readOptions(optionTokens, source);

  reportMisplaced([...questionTokens, ...optionTokens], source);
  const complain = (message: string) => source.problem(group.line, message);
  if (question === '') complain('This quiz has no question before its options.');
  // It is shown as the legend of its options: what is more than a line of text would be lost there.
  const shape = questionTokens.map(({ type }) => type).join(' ');
  if (question !== '' && shape !== 'paragraph_open inline paragraph_close') {
    complain('A question is one paragraph: put code, lists and headings before the quiz.');
  }
  if (options.length < 2) complain('This quiz needs two options or more: "- [ ] text: reason".');
  if (options.length > 0 && !options.some((option) => option.right)) {
    complain('This quiz has no right option: "- [x] text: reason".');
  }
  if (after !== undefined) {
    source.problem(after.map?.[0] ?? group.line, 'Nothing may stand after the options of a quiz.');
  }
  if (header === undefined || id === undefined) return [];
  return [{ kind: 'quiz', id, covers: header.covers, question, options, line: group.line + 1 }];
}

function readOptions(list: readonly Token[], source: Source): readonly QuizOption[] {
  const itemLevel = (list[0]?.level ?? 0) + 1;
  return list
    .filter((token) => token.type === 'list_item_open' && token.level === itemLevel)
    .flatMap((token) => {
      const [from, to] = token.map ?? [0, 0];
      const text = source.lines
        .slice(from, to)
        .map((line) => line.trim())
        .join(' ')
        .trim();
      const match = /^[-*+] +\[( |x|X)\] +(.*)$/.exec(text);
      if (match === null) {
        source.problem(from, 'An option is written "- [ ] text: reason" or "- [x] text: reason".');
        return [];
      }
      const [, mark, rest = ''] = match;
      const [option, why] = splitReason(rest);
      if (option === '') source.problem(from, 'This option has no text before its reason.');
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
  return [text.replace(/:$/, '').trim(), ''];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
