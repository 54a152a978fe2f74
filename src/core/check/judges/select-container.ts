import type { ContainerFacts } from '../../engine';
import type { Facts } from '../../ports';
import type { ContainerSelector } from '../check';
import { isSameImage } from '../image-reference';

/** The container a selector means: by its name, or the newest one of an image, running ones first. */
export async function selectContainer(
  selector: ContainerSelector,
  facts: Facts,
): Promise<ContainerFacts | undefined> {
  if ('name' in selector) {
    // The engine also takes an id for a name; a check means the name alone.
    const found = await facts.container(selector.name);
    return found?.name === selector.name ? found : undefined;
  }
  const containers = await facts.containers();
  const ofImage = containers.filter((each) => isSameImage(each.image, selector.image));
  const chosen = ofImage.find((each) => each.state === 'running') ?? ofImage[0];
  return chosen && facts.container(chosen.id);
}

/** The selector in words: `a container named nginx`. */
export function describeSelector(selector: ContainerSelector): string {
  return 'name' in selector
    ? `a container named ${selector.name}`
    : `a container of the image ${selector.image}`;
}
