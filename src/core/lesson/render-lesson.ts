import type { Check } from '../check/check';
import { createHeadingAnchors, exerciseAnchor, quizAnchor } from './anchors';
import { escapeHtml, highlight } from './highlight';
import type { Block, ExerciseBlock, FileBlock, Lesson, QuizBlock, RunBlock } from './lesson';
import { createProseRenderer, iconHtml, type ProseContext, type ProseRenderer } from './prose';

/** A lesson as the page shows it. */
export interface RenderedLesson {
  readonly html: string;
  readonly outline: readonly { readonly anchor: string; readonly title: string }[];
}

/** What rendering asks for from outside; all paths are below the labs. */
export type RenderContext = Pick<ProseContext, 'readDiagram' | 'lessonAt'>;

/**
 * The lesson's HTML. Text of the lesson is escaped and raw HTML in it is text; only the SVG of
 * diagrams is passed on as it is, for the page to sanitize. What changes later (states, results) is
 * left empty, at places marked with `data-` attributes.
 */
export function renderLesson(lesson: Lesson, context: RenderContext): RenderedLesson {
  const outline: { anchor: string; title: string }[] = [];
  const nextAnchor = createHeadingAnchors();
  const prose = createProseRenderer({
    ...context,
    path: lesson.path,
    anchorFor(title) {
      const anchor = nextAnchor(title);
      outline.push({ anchor, title });
      return anchor;
    },
  });
  const tasks = lesson.blocks.filter((block) => block.kind === 'exercise');
  const html = lesson.blocks
    .map((block) => {
      if (block.kind !== 'exercise') return renderBlock(block, prose);
      outline.push({ anchor: exerciseAnchor(block.id), title: prose.plain(block.title) });
      return renderExercise(block, tasks.indexOf(block) + 1, tasks.length, prose);
    })
    .join('\n');
  return { html, outline };
}

/** A hint's or a reason's Markdown as HTML. */
export function renderProse(markdown: string, lesson: Lesson, context: RenderContext): string {
  return createProseRenderer({ ...context, path: lesson.path }).block(markdown);
}

/** The solution of an exercise: text, commands to run, files to write. */
export function renderSolution(
  exercise: ExerciseBlock,
  lesson: Lesson,
  context: RenderContext,
): string {
  const prose = createProseRenderer({ ...context, path: lesson.path });
  return exercise.solution.map((block) => renderBlock(block, prose)).join('\n');
}

/** One line of Markdown as HTML. */
export function renderInline(markdown: string, lesson: Lesson, context: RenderContext): string {
  return createProseRenderer({ ...context, path: lesson.path }).inline(markdown);
}

function renderBlock(block: Block, prose: ProseRenderer): string {
  switch (block.kind) {
    case 'prose':
      return prose.block(block.markdown);
    case 'run':
      return renderRun(block);
    case 'file':
      return renderFile(block);
    case 'quiz':
      return renderQuiz(block, prose);
    case 'exercise':
    case 'answer':
      return '';
  }
}

function renderRun({ id, command }: RunBlock): string {
  const label = escapeHtml(command.split('\n')[0] ?? '');
  return `<section class="run" role="group" data-block="${id}" aria-label="Command: ${label}">
<pre tabindex="0"><code>${escapeHtml(command)}</code></pre>
<div class="tools">${button('run', 'Run', 'play', 'primary')}${button('explain', 'Explain', 'question')}${button('copy', 'Copy', 'copy')}<span class="state" role="status"></span></div>
<div class="explain" hidden></div>
</section>`;
}

function renderFile({ id, path, language, content }: FileBlock): string {
  const name = escapeHtml(path);
  const code = highlight(content.replace(/\n$/, ''), language === 'html' ? 'xml' : language);
  return `<section class="run file" role="group" data-block="${id}" aria-label="File: ${name}">
<p class="path">${iconHtml('file')} ${name}</p>
<pre tabindex="0"><code>${code}</code></pre>
<div class="tools">${button('write-file', 'Write file', 'new-file', 'primary')}${button('copy', 'Copy', 'copy')}<span class="state" role="status"></span></div>
</section>`;
}

function renderExercise(
  exercise: ExerciseBlock,
  position: number,
  count: number,
  prose: ProseRenderer,
): string {
  const anchor = exerciseAnchor(exercise.id);
  const hints = exercise.hints.length;
  const hint = hints === 0 ? '' : button('hint', `Hint 1 of ${hints}`, 'lightbulb');
  return `<article class="card exercise" data-exercise="${exercise.id}" aria-labelledby="${anchor}">
<h3 id="${anchor}" tabindex="-1"><span class="mark"></span>${prose.inline(exercise.title)} <span class="tag">exercise ${position} of ${count}</span></h3>
${exercise.blocks.map((block) => renderBlock(block, prose)).join('\n')}
<ul class="checks">${exercise.checks.map((check) => `<li>${iconHtml('circle-large-outline')} <span class="say">${prose.inline(check.say)}</span> <span class="outcome">not checked yet</span></li>`).join('')}</ul>
${exercise.checks.map((check) => renderAnswer(exercise, check)).join('')}
<div class="tools">${button('check', 'Check', 'check', 'primary')}${button('prompt', 'Terminal', 'terminal')}${hint}${button('solution', 'Show solution', 'key')}${button('reset', 'Reset', 'discard')}</div>
<p class="state" role="status"></p>
<div class="hints"></div>
<div class="solution"></div>
</article>`;
}

function renderAnswer(exercise: ExerciseBlock, check: Check): string {
  if (check.kind !== 'answer') return '';
  const id = `answer-${exercise.id}-${escapeHtml(check.id)}`;
  return `<p class="answer"><label for="${id}">${escapeHtml(check.ask)}</label><input id="${id}" type="text" autocomplete="off" spellcheck="false" data-answer="${escapeHtml(check.id)}"></p>`;
}

function renderQuiz(quiz: QuizBlock, prose: ProseRenderer): string {
  const isMultiple = quiz.options.filter((option) => option.right).length > 1;
  const type = isMultiple ? 'checkbox' : 'radio';
  const options = quiz.options
    .map(
      (option, index) =>
        `<div class="option"><label><input type="${type}" name="quiz-${quiz.id}" value="${index}"> <span>${prose.inline(option.text)}</span></label><div class="why"></div></div>`,
    )
    .join('\n');
  const tag = isMultiple ? 'question, several answers' : 'question';
  return `<article class="card quiz" data-quiz="${quiz.id}">
<fieldset><legend id="${quizAnchor(quiz.id)}" tabindex="-1"><span class="mark"></span><span class="question">${prose.inline(quiz.question)}</span> <span class="tag">${tag}</span></legend>
${options}
</fieldset>
<div class="tools">${button('answer', 'Answer', 'check', 'primary')}<span class="state" role="status"></span></div>
</article>`;
}

function button(action: string, text: string, icon: string, kind = 'secondary'): string {
  // Explain opens and closes something, and says which of the two it will do.
  const expanded = action === 'explain' ? ' aria-expanded="false"' : '';
  return `<button type="button" class="${kind}" data-action="${action}"${expanded}>${iconHtml(icon)}<span>${text}</span></button>`;
}
