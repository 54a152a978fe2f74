import {
  type ContainerState,
  type ContainerSummary,
  type ImageSummary,
  lessonLabel,
  type NetworkSummary,
  type PublishedPort,
  type VolumeSummary,
} from '../core/engine';
import { formatSize } from '../core/format/size';
import type { EngineReader } from '../core/ports';
import type { LabObject } from './engine-service';

/** Something that the labs made, as the view shows it. */
export interface ShownObject extends LabObject {
  /** State, size or driver, in words. */
  readonly description: string;
  /** Of a container, else undefined. */
  readonly state: ContainerState | undefined;
  readonly ports: readonly PublishedPort[];
}

export type LabObjectKind = LabObject['kind'];

/** In the order in which they are shown. */
export const labObjectKinds: readonly LabObjectKind[] = ['container', 'image', 'volume', 'network'];

export const kindTitles: Readonly<Record<LabObjectKind, string>> = {
  container: 'Containers',
  image: 'Images',
  volume: 'Volumes',
  network: 'Networks',
};

/** Everything on the engine that carries the label of a lesson, kind by kind. */
export async function readLabObjects(reader: EngineReader): Promise<readonly ShownObject[]> {
  const [containers, images, volumes, networks] = await Promise.all([
    reader.containers(),
    reader.images(),
    reader.volumes(),
    reader.networks(),
  ]);
  return [
    ...containers.filter(isOfALesson).map(fromContainer),
    ...images.filter(isOfALesson).map(fromImage),
    ...volumes.filter(isOfALesson).map(fromVolume),
    ...networks.filter(isOfALesson).map(fromNetwork),
  ];
}

interface Labelled {
  readonly labels: Readonly<Record<string, string>>;
}

function isOfALesson({ labels }: Labelled): boolean {
  return Object.hasOwn(labels, lessonLabel);
}

function lessonOf({ labels }: Labelled): string {
  return labels[lessonLabel] ?? '';
}

function fromContainer(container: ContainerSummary): ShownObject {
  const { id, name, image, state, status } = container;
  const ports = container.ports.filter((port) => port.hostPort > 0);
  const published = [...new Set(ports.map((port) => port.hostPort))];
  const places = published.length > 0 ? `port ${published.join(', ')}` : '';
  const description = [stateWords(state, status), places, image].filter(Boolean).join(' · ');
  return { kind: 'container', id, name, description, lesson: lessonOf(container), state, ports };
}

/** Without the time since then: nobody tells a tree that time goes by. */
function stateWords(state: ContainerState, status: string): string {
  const [, exitCode] = /^Exited \((\d+)\)/.exec(status) ?? [];
  return exitCode === undefined ? state : `exited with ${exitCode}`;
}

function fromImage(image: ImageSummary): ShownObject {
  return {
    ...nothing,
    kind: 'image',
    id: image.id,
    name: image.references[0] ?? `image without a name (${shortId(image.id)})`,
    description: formatSize(image.size),
    lesson: lessonOf(image),
  };
}

function fromVolume(volume: VolumeSummary): ShownObject {
  const { name, driver } = volume;
  return {
    ...nothing,
    kind: 'volume',
    id: name,
    name,
    description: driver,
    lesson: lessonOf(volume),
  };
}

function fromNetwork(network: NetworkSummary): ShownObject {
  const { id, name, driver } = network;
  return { ...nothing, kind: 'network', id, name, description: driver, lesson: lessonOf(network) };
}

const nothing = { state: undefined, ports: [] } as const;

function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}

/** "2 containers and 1 image": how many of each kind. */
export function countWords(objects: readonly LabObject[]): string {
  const counts = labObjectKinds
    .map((kind) => ({ kind, count: objects.filter((object) => object.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}${count === 1 ? '' : 's'}`);
  const last = counts.pop() ?? 'nothing';
  return counts.length === 0 ? last : `${counts.join(', ')} and ${last}`;
}
