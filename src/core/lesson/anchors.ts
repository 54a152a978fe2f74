/*
 * Ids of what links and the outline lead to. Each kind begins with a word of its own, so that none
 * is the same as another or as an id of the page around the lesson.
 */

/** The id of an exercise's heading. */
export function exerciseAnchor(id: string): string {
  return `exercise-${id}`;
}

/** The id of a quiz's question. */
export function quizAnchor(id: string): string {
  return `quiz-${id}`;
}

/** The id that a link such as `#look-at-it` leads to. */
export function linkedAnchor(fragment: string): string {
  return /^(?:exercise|quiz)-/.test(fragment) ? fragment : `section-${fragment}`;
}

/**
 * Gives each heading of a lesson its id, in order: after `section-` what a code host makes of it, so
 * that `[…](#look-at-it)` works there too. `Look at it` is `look-at-it`, the second time `look-at-it-1`.
 */
export function createHeadingAnchors(): (title: string) => string {
  const taken = new Set<string>();
  return (title) => {
    const slug = slugOf(title);
    let free = slug;
    for (let count = 1; taken.has(free); count++) free = `${slug}-${count}`;
    taken.add(free);
    return `section-${free}`;
  };
}

function slugOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
