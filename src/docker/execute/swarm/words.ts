import { parseReference } from '../../reference';

/** Names in the order in which people count: `web.2` before `web.10`. */
export const natural = new Intl.Collator('en', { numeric: true });

/** `running` as tables have it: `Running`. */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** An image as tables show it: without the digest that the swarm has put to its tag. */
export function imageWithoutDigest(image: string): string {
  const { repository, tag } = parseReference(image);
  const name = repository.replace(/^docker\.io\/(?:library\/)?/, '');
  return tag === undefined ? image : `${name}:${tag}`;
}
