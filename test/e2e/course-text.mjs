import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const labs = join(import.meta.dirname, '../../labs');

/**
 * A question of a lesson file: which of its options are right.
 * @typedef {{ id: string, right: readonly boolean[] }} Question
 */

/**
 * The lessons of a chapter as an author wrote them: title and questions with their right answers.
 * @param {string} chapter Its folder.
 */
export async function readChapter(chapter) {
  const files = (await readdir(join(labs, chapter))).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(labs, chapter, file), 'utf8');
      return { title: /^title: (.*)$/m.exec(text)?.[1] ?? '', questions: readQuestions(text) };
    }),
  );
}

/**
 * @param {string} text
 * @returns {readonly Question[]}
 */
function readQuestions(text) {
  return [...text.matchAll(/^:::: quiz (\S+)\n([\s\S]*?)^::::$/gm)].map(
    ([, id = '', body = '']) => ({
      id,
      right: [...body.matchAll(/^- \[([ x])\]/gm)].map(([, mark]) => mark === 'x'),
    }),
  );
}
