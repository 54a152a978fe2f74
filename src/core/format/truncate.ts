/** An id as the docker client shortens it: twelve digits, without `sha256:`. */
export function truncateId(id: string): string {
  return id.replace(/^[a-z0-9]+:/, '').slice(0, 12);
}

/** At most so many characters; the last of them is `…` when something is left out. */
export function ellipsis(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  return `${characters.slice(0, length - 1).join('')}…`;
}
