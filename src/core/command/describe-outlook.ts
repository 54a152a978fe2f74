import type { ImageOutlook } from '../engine';
import { formatSize } from '../format/size';
import type { Plan } from './plan';

/** The images that a plan needs from elsewhere, each once; what it builds itself is none of them. */
export function imagesOf({ steps }: Plan): readonly string[] {
  const built = new Set<string>();
  const needed = new Set<string>();
  for (const step of steps) {
    if (step.kind !== 'docker') continue;
    const { request } = step;
    if (request.kind === 'build') for (const tag of request.tags) built.add(tag);
    const isNeeded = request.kind === 'run' || request.kind === 'pull';
    if (isNeeded && !built.has(request.image)) needed.add(request.image);
  }
  return [...needed];
}

/** Whether an image has to be fetched, and how much that is, as a sentence. */
export function describeOutlook(image: string, { isPresent, size }: ImageOutlook): string {
  const bytes = size === undefined ? '' : `: ${formatSize(size)}`;
  if (isPresent)
    return `The image ${image} is on the engine already${bytes && `${bytes} on its disk`}.`;
  return `The image ${image} is not on the engine yet. It is pulled first${bytes && `${bytes}, once`}.`;
}
