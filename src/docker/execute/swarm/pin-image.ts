import { mergeBodies, valueAt } from '../../../core/command/service/merge-bodies';
import type { Body } from '../../../core/command/swarm-request';
import { LabError } from '../../../core/lab-error';
import { answers, asAnswer, below, text } from '../../answer';
import { encodeReference, parseReference, withTag } from '../../reference';
import { Refusal } from '../../refusal';
import type { Context } from '../context';

/** A service's spec as it is sent, and what the docker client warns of. */
export interface PinnedSpec {
  readonly spec: Body;
  readonly warning: string | undefined;
}

/**
 * Asks the registry what the image's tag stands for, and writes it down, so that every node runs
 * the same. Without an answer the tag stays, with a warning.
 */
export async function pinImage(
  spec: Body,
  resolve: boolean,
  { connection }: Context,
): Promise<PinnedSpec> {
  const image = String(valueAt(spec, ['TaskTemplate', 'ContainerSpec', 'Image']) ?? '');
  const tagged = withTag(image);
  if (!resolve || parseReference(image).digest !== undefined) {
    const template = image === '' ? {} : { TaskTemplate: { ContainerSpec: { Image: tagged } } };
    return { spec: mergeBodies(spec, template), warning: undefined };
  }
  const path = `/distribution/${encodeReference(image)}/json`;
  try {
    const found = asAnswer(await connection.json({ method: 'GET', path }), 'the image');
    const digest = text(below(found, 'Descriptor'), 'digest');
    const Platforms = answers(found, 'Platforms').map((platform) => ({
      Architecture: architecture(text(platform, 'architecture')),
      OS: text(platform, 'os'),
    }));
    const ContainerSpec = { Image: `${tagged}@${digest}` };
    const template = {
      ContainerSpec,
      ...(Platforms.length > 0 && { Placement: { Platforms } }),
    };
    return { spec: mergeBodies(spec, { TaskTemplate: template }), warning: undefined };
  } catch (error) {
    if (!(error instanceof Refusal || (error instanceof LabError && error.code !== 'cancelled'))) {
      throw error;
    }
    const ContainerSpec = { Image: tagged };
    return {
      spec: mergeBodies(spec, { TaskTemplate: { ContainerSpec } }),
      warning: unpinned(tagged),
    };
  }
}

/** Nodes of one such processor name it in several ways; none named means any. */
function architecture(name: string): string {
  return name === 'arm' ? '' : name;
}

function unpinned(image: string): string {
  return [
    `image ${image} could not be accessed on a registry to record`,
    `its digest. Each node will access ${image} independently,`,
    'possibly leading to different nodes running different',
    'versions of the image.',
    '',
  ].join('\n');
}
