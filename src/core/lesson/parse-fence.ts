import type { Token } from 'markdown-it';
import { isInnerPath } from '../validation/inner-path';
import type { Block } from './lesson';
import type { Source } from './source';

/** Where blocks stand; each place allows its own kinds. */
export type Place = 'lesson' | 'exercise' | 'solution';

/** A fenced block: a run, file or answer block, or prose when its info string asks for nothing. */
export function parseFence(token: Token, source: Source, place: Place): readonly Block[] | 'prose' {
  const line = token.map?.[0] ?? 0;
  const [language = '', word, ...more] = token.info.trim().split(/\s+/);
  if (word === undefined) return 'prose';
  const [name, value = ''] = word.split(/=(.*)/s);
  const isRun = word === 'run';
  const unknown = more.find((other) => !(isRun && other === 'announced'));
  if (unknown !== undefined) {
    const known = isRun ? 'Known: announced.' : 'Nothing may follow.';
    source.problem(line, `"${unknown}" is not known after "${language} ${word}". ${known}`);
  }
  if (isRun) return [readRun(token, language, more.includes('announced'), source)];
  if (name === 'file') return readFile(token, language, value, source);
  if (name === 'answer' && place === 'solution') {
    return [{ kind: 'answer', check: value, command: token.content.trim(), line: line + 1 }];
  }
  source.problem(
    line,
    name === 'answer'
      ? `A block "sh answer=${value}" belongs in a solution.`
      : `"${language} ${word}" is not known here. Known: "sh run", "LANGUAGE file=PATH"; right inside an exercise "yaml checks", "sh setup", "sh cleanup"; in a solution "sh answer=ID".`,
  );
  return [];
}

function readRun(token: Token, language: string, riskAnnounced: boolean, source: Source): Block {
  const line = token.map?.[0] ?? 0;
  const { content } = token;
  if (language !== 'sh') source.problem(line, 'A block to run is written as "sh run".');
  if (content.trim() === '') source.problem(line, 'This block to run is empty.');
  const command = content.replace(/\n$/, '');
  return { kind: 'run', id: source.nextId('run'), command, riskAnnounced, line: line + 1 };
}

function readFile(token: Token, language: string, path: string, source: Source): readonly Block[] {
  const line = token.map?.[0] ?? 0;
  if (!isInnerPath(path)) {
    source.problem(
      line,
      `file=${path} must be a path inside the working folder, such as file=site/index.html.`,
    );
    return [];
  }
  const { content } = token;
  return [{ kind: 'file', id: source.nextId('file'), path, language, content, line: line + 1 }];
}
