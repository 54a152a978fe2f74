import type { ExplanationMessage } from '../../src/protocol';
import { element, icon } from './dom';

const riskWords: Readonly<Record<string, string>> = {
  low: 'Note',
  medium: 'Risk',
  high: 'High risk',
};

/** Underlines the parts in the command, and opens the explanation below it when it was asked for. */
export function showExplanation(message: ExplanationMessage): void {
  const block = document.querySelector(`[data-block="${CSS.escape(message.block)}"]`);
  const place = block?.querySelector<HTMLElement>('.explain');
  if (block == null || place == null) return;
  underline(block.querySelector('pre > code'), message.parts);
  if (!message.isOpen) return;
  place.replaceChildren(
    ...(message.error === undefined ? body(message) : [problem(message.error)]),
  );
  place.hidden = false;
  place.tabIndex = -1;
  block.querySelector('[data-action="explain"]')?.setAttribute('aria-expanded', 'true');
  place.focus({ preventScroll: true });
}

/** Closes the explanation that is open around a node; tells whether there was one. */
export function hideExplanation(node: Element): boolean {
  const block = node.closest('[data-block]');
  const place = block?.querySelector<HTMLElement>('.explain');
  if (block == null || place == null || place.hidden) return false;
  // What is hidden has lost the focus already.
  const hadFocus = place.contains(document.activeElement);
  place.hidden = true;
  const button = block.querySelector<HTMLElement>('[data-action="explain"]');
  button?.setAttribute('aria-expanded', 'false');
  if (hadFocus) button?.focus();
  return true;
}

function body({ parts, outcome }: ExplanationMessage): readonly Node[] {
  const list = element('dl');
  for (const part of parts) {
    const meaning = element('dd', {}, part.meaning);
    if (part.risk !== undefined) {
      meaning.append(
        element(
          'span',
          { class: `risk ${part.risk.level}` },
          icon(part.risk.level === 'low' ? 'info' : 'warning'),
          ` ${riskWords[part.risk.level] ?? 'Risk'}: ${part.risk.text}`,
        ),
      );
    }
    list.append(element('dt', {}, part.text), meaning);
  }
  if (outcome.length === 0) return [list];
  const sentences = element('ul', {}, ...outcome.map((text) => element('li', {}, text)));
  return [list, element('p', { class: 'after' }, 'Afterwards'), sentences];
}

function problem(text: string): Node {
  return element('p', { class: 'problem' }, icon('warning'), ` ${text}`);
}

/** The command's own text stays as it is; the parts are wrapped where they stand. */
function underline(code: Element | null, parts: ExplanationMessage['parts']): void {
  if (code === null) return;
  const text = code.textContent ?? '';
  const nodes: (Node | string)[] = [];
  let at = 0;
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    if (part.start < at || part.end > text.length) continue;
    nodes.push(text.slice(at, part.start));
    nodes.push(element('u', { title: part.meaning }, text.slice(part.start, part.end)));
    at = part.end;
  }
  code.replaceChildren(...nodes, text.slice(at));
}
