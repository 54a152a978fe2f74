import type { Token } from 'markdown-it';
import { nearestName } from '../text/nearest-name';
import { containerNames } from './markdown';
import type { Source } from './source';

/** Slips of the pen that Markdown lets pass in silence, anywhere in a lesson. */
export function reportSlips(tokens: readonly Token[], source: Source): void {
  for (const token of tokens) {
    if (token.type === 'fence') reportUnclosedFence(token, source);
    if (token.type === 'inline') reportLooseColons(token, source);
    if (token.type === 'heading_open' && token.tag === 'h1') {
      source.problem(
        token.map?.[0] ?? 0,
        'The title is the only first-level heading: headings in the text begin with ##.',
      );
    }
  }
}

/** A block of code that is not closed takes everything behind it in. */
function reportUnclosedFence({ map, markup }: Token, source: Source): void {
  const [from, to] = map ?? [0, 0];
  const last = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(source.lines[to - 1] ?? '')?.[1] ?? '';
  if (to - from > 1 && last.startsWith(markup)) return;
  source.problem(from, `This block of code is not closed: a line of "${markup}" ends it.`);
}

/** A line that begins with `:::` and opens or closes nothing. */
function reportLooseColons({ map, content }: Token, source: Source): void {
  for (const [at, line] of content.split('\n').entries()) {
    const name = /^:{3,}(.*)$/.exec(line)?.[1]?.trim().split(/\s+/)[0];
    if (name !== undefined) source.problem((map?.[0] ?? 0) + at, describeLoose(name));
  }
}

function describeLoose(name: string): string {
  if (name === '') return 'This ::: closes nothing: is its block opened, with no more colons?';
  const nearest = nearestName(name, containerNames);
  return nearest === undefined
    ? `A block "${name}" is not known. Known: ${containerNames.join(', ')}.`
    : `A block "${name}" is not known. Did you mean "${nearest}"?`;
}

/**
 * Link definitions apart from the text (`[name]: address`): a lesson is shown piece by piece, and
 * they would be missing in all pieces but one.
 */
export function reportDefinitions(references: object | undefined, source: Source): void {
  for (const name of Object.keys(references ?? {})) {
    const line = source.lines.findIndex((text) => definedName(text) === name);
    source.problem(
      Math.max(0, line),
      `Write a link in place, as [text](address): "[${name.toLowerCase()}]: …" is not followed.`,
    );
  }
}

/** As Markdown compares them: without regard to case and white space. */
function definedName(line: string): string | undefined {
  const name = /^\s{0,3}\[((?:[^[\]\\]|\\.)+)\]:/.exec(line)?.[1];
  return name?.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
