import { post } from './api';
import { frame } from './dom';

/** Keeps the extension told which heading the reader is at, and the outline marked. */
export function trackPlace(): void {
  let last = '';
  let timer: number | undefined;
  const look = () => {
    timer = undefined;
    const anchor = currentAnchor();
    if (anchor === last) return;
    last = anchor;
    markOutline(anchor);
    post({ type: 'place', anchor });
  };
  document.addEventListener(
    'scroll',
    () => {
      if (timer === undefined) timer = window.setTimeout(look, 250);
    },
    { passive: true },
  );
}

/** Tells the extension once the foot of a lesson has been on the screen. */
export function trackEnd(): void {
  new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting && frame('content').hasChildNodes()) post({ type: 'read' });
  }).observe(frame('footer'));
}

/** The last heading above the upper third of the window; empty at the top. */
function currentAnchor(): string {
  const limit = window.innerHeight / 3;
  const headings = [...document.querySelectorAll<HTMLElement>('#content h2[id], #content h3[id]')];
  return headings.findLast((heading) => heading.getBoundingClientRect().top < limit)?.id ?? '';
}

function markOutline(anchor: string): void {
  for (const link of frame('outline').querySelectorAll<HTMLElement>('a')) {
    if (link.dataset.anchor === anchor) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
