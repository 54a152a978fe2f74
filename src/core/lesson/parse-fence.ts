import type { Token } from 'markdown-it';
import type { Block } from './lesson';
import type { Source } from './source';

/** Where blocks stand; each place allows its own kinds. */
export type Place = 'lesson' | 'exercise' | 'solution';

/** Whether a path stays inside the folder it is relative to, on every system. */
export function isInside(path: string): boolean {
  return (
    path !== '' &&
    !/^[/\\]|^[A-Za-z]:|[\\\0]/.test(path) &&
    path.split('/').every((part) => part !== '..' && part !== '.' && part !== '')
  );
}

/** A fenced block: a run, file or answer block, or prose when its info string asks for nothing. */
export function parseFence(token: Token, source: Source, place: Place): readonly Block[] | 'prose' {
  const line = token.map?.[0] ?? 0;
  const [language = '', ...words] = token.info.trim().split(/\s+/);
  const content = token.content;
  if (words.length === 0) return 'prose';
  const [word = ''] = words;

  if (word === 'run') {
    const unknown = words.slice(1).find((other) => other !== 'announced');
    if (language !== 'sh') source.problem(line, 'A block to run is written as "sh run".');
    if (unknown !== undefined) {
      source.problem(line, `"${unknown}" is not known after "sh run". Known: announced.`);
    }
    if (content.trim() === '') source.problem(line, 'This block to run is empty.');
    const command = content.replace(/\n$/, '');
    const riskAnnounced = words.includes('announced');
    return [{ kind: 'run', id: source.nextId('run'), command, riskAnnounced, line: line + 1 }];
  }
  const [name, value = ''] = word.split(/=(.*)/s);
  if (name === 'file') {
    if (!isInside(value)) {
      source.problem(line, `file=${value} must be a path inside the working folder.`);
      return [];
    }
    return [
      { kind: 'file', id: source.nextId('file'), path: value, language, content, line: line + 1 },
    ];
  }
  if (name === 'answer') {
    if (place !== 'solution') {
      source.problem(line, 'A block "sh answer=…" belongs in a solution.');
      return [];
    }
    return [{ kind: 'answer', check: value, command: content.trim(), line: line + 1 }];
  }
  source.problem(
    line,
    `"${token.info.trim()}" is not known. Known: "sh run", "LANGUAGE file=PATH", and in an exercise "yaml checks", "sh setup", "sh cleanup".`,
  );
  return [];
}
