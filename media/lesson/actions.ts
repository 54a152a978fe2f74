import { post } from './api';
import { frame, setText } from './dom';
import { hideExplanation } from './show-explanation';

/** Sends what the learner does with the page to the extension. */
export function bindActions(): void {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const button = target?.closest<HTMLElement>('button[data-action]');
    if (button) {
      act(button);
      return;
    }
    const link = target?.closest<HTMLElement>('a');
    if (link) {
      event.preventDefault();
      follow(link);
    }
  });
  document.addEventListener('pointerover', (event) => {
    const code = event.target instanceof Element ? event.target.closest('pre') : null;
    if (code !== null) describe(code);
  });
  document.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement) sendAnswer(event.target);
  });
  document.addEventListener('keydown', (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.key === 'Escape' && hideExplanation(event.target)) event.preventDefault();
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) checkFrom(event.target);
  });
}

function act(button: HTMLElement): void {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const block = button.closest<HTMLElement>('[data-block]')?.dataset.block;
  const exercise = button.closest<HTMLElement>('[data-exercise]')?.dataset.exercise;
  const quiz = button.closest<HTMLElement>('[data-quiz]')?.dataset.quiz;
  const { action } = button.dataset;
  if (block !== undefined) {
    if (action === 'explain' && hideExplanation(button)) return;
    if (action === 'run' || action === 'explain' || action === 'copy' || action === 'write-file') {
      post({ type: action, block });
      if (action === 'copy') confirmCopy(button);
    }
  } else if (exercise !== undefined) {
    if (action === 'prompt') post({ type: 'prompt' });
    if (action === 'check' || action === 'hint' || action === 'solution' || action === 'reset') {
      post({ type: action, exercise });
    }
  } else if (quiz !== undefined && action === 'answer') {
    const inputs = [...(button.closest('[data-quiz]')?.querySelectorAll('input') ?? [])];
    const chosen = inputs.filter((input) => input.checked).map((input) => Number(input.value));
    if (chosen.length > 0) post({ type: 'answer', quiz, chosen });
    else inputs[0]?.focus();
  }
}

/** Says so on the button and to screen readers; the button has its name back in a moment. */
function confirmCopy(button: HTMLElement): void {
  const label = button.lastElementChild;
  if (label === null || label.textContent === 'Copied') return;
  const name = label.textContent ?? '';
  label.textContent = 'Copied';
  setText(frame('announcement'), 'Copied.');
  window.setTimeout(() => {
    label.textContent = name;
    setText(frame('announcement'), '');
  }, 1500);
}

/** Asks once for the words to show where the pointer rests on a part of a command. */
function describe(code: HTMLElement): void {
  const block = code.closest<HTMLElement>('.run:not(.file)');
  if (block?.dataset.block === undefined || block.dataset.described !== undefined) return;
  block.dataset.described = '';
  post({ type: 'describe', block: block.dataset.block });
}

function follow({ dataset }: HTMLElement): void {
  if (dataset.link !== undefined) post({ type: 'open-link', url: dataset.link });
  else if (dataset.lesson !== undefined) post({ type: 'go', lesson: dataset.lesson });
  else if (dataset.openFile !== undefined) post({ type: 'open-file', path: dataset.openFile });
  else if (dataset.anchor !== undefined) reveal(dataset.anchor);
}

/** Scrolls to a heading and puts the focus there. */
export function reveal(anchor: string): void {
  const target = document.getElementById(anchor);
  target?.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
}

function sendAnswer(input: HTMLInputElement): void {
  const check = input.dataset.answer;
  const exercise = input.closest<HTMLElement>('[data-exercise]')?.dataset.exercise;
  if (check === undefined || exercise === undefined) return;
  post({ type: 'type-answer', exercise, check, text: input.value.slice(0, 1000) });
}

/** Enter in an answer's field is the button Check. */
function checkFrom(input: HTMLInputElement): void {
  if (input.dataset.answer === undefined) return;
  sendAnswer(input);
  const exercise = input.closest<HTMLElement>('[data-exercise]')?.dataset.exercise;
  if (exercise !== undefined) post({ type: 'check', exercise });
}
