import type { ExerciseState, QuizState, RunState, StateMessage } from '../../src/protocol';
import { element, frame, icon, setText } from './dom';
import { sanitize } from './sanitize';

/** Brings everything that changes up to date, without moving the focus or what was typed. */
export function showState(state: StateMessage): void {
  showEngine(state.engine);
  showProgress(state.progress);
  for (const node of document.querySelectorAll<HTMLElement>('[data-block]')) {
    showRun(node, state.runs[node.dataset.block ?? '']);
  }
  for (const node of document.querySelectorAll<HTMLElement>('[data-exercise]')) {
    const exercise = state.exercises[node.dataset.exercise ?? ''];
    if (exercise !== undefined) showExercise(node, exercise);
  }
  for (const node of document.querySelectorAll<HTMLElement>('[data-quiz]')) {
    showQuiz(node, state.quizzes[node.dataset.quiz ?? '']);
  }
}

function showEngine({ ready, text }: StateMessage['engine']): void {
  frame('engine').classList.toggle('ready', ready);
  setText(document.querySelector('#engine .text'), text);
}

function showProgress({ done, of }: StateMessage['progress']): void {
  const meter = frame('meter') as HTMLProgressElement;
  meter.max = Math.max(1, of);
  meter.value = done;
  const words = of === 0 ? 'nothing to do here' : `${done} of ${of} done`;
  meter.setAttribute('aria-valuetext', words);
  setText(frame('progress'), of === 0 ? '' : words);
}

const phaseIcons = { running: 'sync', ended: 'pass', failed: 'error' } as const;

function showRun(node: HTMLElement, run: RunState | undefined): void {
  const state = node.querySelector(':scope > .tools > .state');
  if (state === null || run === undefined) return;
  const signature = JSON.stringify(run);
  if (node.dataset.shown === signature) return;
  node.dataset.shown = signature;
  const links = run.links.map(({ text, url }) =>
    element('a', { href: '#', 'data-link': url }, text),
  );
  state.className = `state ${run.phase}`;
  state.replaceChildren(
    icon(phaseIcons[run.phase]),
    element('span', {}, run.text),
    ...links.flatMap((link) => [' · ', link]),
  );
}

const outcomes = {
  pass: { icon: 'pass-filled', word: 'passes' },
  fail: { icon: 'error', word: 'not yet' },
  skip: { icon: 'circle-slash', word: 'cannot be checked here' },
  unknown: { icon: 'circle-large-outline', word: 'not checked yet' },
} as const;

function showExercise(node: HTMLElement, state: ExerciseState): void {
  node.classList.toggle('done', state.phase === 'done');
  showMark(node.querySelector('.mark'), state.phase === 'done', 'done');
  node.querySelectorAll<HTMLElement>(':scope > .checks > li').forEach((item, index) => {
    const check = state.checks[index];
    if (check !== undefined) showCheck(item, check);
  });
  setText(node.querySelector(':scope > .state'), state.text);
  const busy = state.phase === 'checking';
  node.toggleAttribute('aria-busy', busy);
  showHints(node, state);
  showSolution(node, state);
  for (const input of node.querySelectorAll<HTMLInputElement>('[data-answer]')) {
    const typed = state.answers[input.dataset.answer ?? ''] ?? '';
    if (document.activeElement !== input && input.value !== typed) input.value = typed;
  }
}

function showCheck(item: HTMLElement, check: ExerciseState['checks'][number]): void {
  const signature = JSON.stringify(check);
  if (item.dataset.shown === signature) return;
  item.dataset.shown = signature;
  const { icon: name, word } = outcomes[check.outcome];
  item.className = check.outcome;
  item.querySelector('.codicon')?.replaceWith(icon(name));
  setText(item.querySelector('.outcome'), word);
  item.querySelector('small')?.remove();
  const words = [
    check.expected === undefined ? '' : `expected ${check.expected}`,
    check.found === undefined
      ? ''
      : check.outcome === 'fail'
        ? `found: ${check.found}`
        : check.found,
  ].filter((text) => text !== '');
  if (words.length > 0) item.append(element('small', {}, words.join('; ')));
}

function showHints(node: HTMLElement, { hints, hintCount }: ExerciseState): void {
  const place = node.querySelector(':scope > .hints');
  if (place !== null && place.children.length !== hints.length) {
    place.replaceChildren(
      ...hints.map((html, index) =>
        element(
          'div',
          { class: 'hint', tabindex: '-1' },
          element('b', {}, icon('lightbulb'), ` Hint ${index + 1}`),
          sanitize(html),
        ),
      ),
    );
  }
  const button = node.querySelector<HTMLButtonElement>(':scope > .tools > [data-action="hint"]');
  if (button === null) return;
  const next = Math.min(hints.length + 1, hintCount);
  const all = hints.length >= hintCount;
  setText(button.lastElementChild, all ? 'No more hints' : `Hint ${next} of ${hintCount}`);
  // Not disabled: a button that vanishes under the focus leaves keyboard users nowhere.
  button.setAttribute('aria-disabled', String(all));
}

function showSolution(node: HTMLElement, { solution }: ExerciseState): void {
  const place = node.querySelector(':scope > .solution');
  if (place === null || place.hasChildNodes() === (solution !== undefined)) return;
  place.replaceChildren(
    ...(solution === undefined
      ? []
      : [element('h4', {}, icon('key'), ' One way to do it'), sanitize(solution)]),
  );
  const button = node.querySelector(':scope > .tools > [data-action="solution"]');
  button?.setAttribute('aria-disabled', String(solution !== undefined));
}

function showQuiz(node: HTMLElement, state: QuizState | undefined): void {
  const signature = JSON.stringify(state ?? null);
  if (node.dataset.shown === signature) return;
  const isFirst = node.dataset.shown === undefined;
  node.dataset.shown = signature;
  node.classList.toggle('done', state?.right === true);
  showMark(node.querySelector('.mark'), state?.right === true, 'answered');
  const options = node.querySelectorAll<HTMLElement>('.option');
  for (const [index, option] of options.entries()) showOption(option, index, state, isFirst);
  const words = !state
    ? ''
    : state.right
      ? 'Right.'
      : 'Not quite. The reasons stand below each answer; try again.';
  const status = node.querySelector(':scope > .tools > .state');
  status?.classList.toggle('ended', state?.right === true);
  setText(status, words);
}

function showOption(
  option: HTMLElement,
  index: number,
  state: QuizState | undefined,
  isFirst: boolean,
): void {
  const input = option.querySelector('input');
  const why = option.querySelector('.why');
  const chosen = state?.chosen.includes(index) ?? false;
  if (input !== null && (isFirst || state === undefined)) input.checked = chosen;
  const reason = chosen || state?.right ? state?.reasons[index] : undefined;
  why?.replaceChildren(
    ...(reason === undefined
      ? []
      : [
          element(
            'b',
            { class: reason.right ? 'pass' : 'fail' },
            icon(reason.right ? 'pass' : 'circle-slash'),
            reason.right ? ' Right. ' : ' No. ',
          ),
          sanitize(reason.html),
        ]),
  );
}

function showMark(mark: Element | null, done: boolean, word: string): void {
  if (mark === null || mark.hasChildNodes() === done) return;
  mark.replaceChildren(
    ...(done ? [icon('pass-filled'), element('span', { class: 'hidden' }, `${word}: `)] : []),
  );
}
