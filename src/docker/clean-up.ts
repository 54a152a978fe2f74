import { lessonLabel } from '../core/engine';
import { describeError } from '../core/lab-error';
import {
  type Answer,
  answers,
  asAnswer,
  asAnswers,
  required,
  stringMap,
  strings,
  text,
} from './answer';
import type { Engine } from './engine';
import { containerName } from './from-docker';
import { toLabError } from './refusal';
import { removeObject } from './remove-object';

/** Something on the engine that the labs made: it carries our label. */
export interface LabObject {
  readonly kind: 'container' | 'network' | 'volume' | 'image';
  /** What the engine knows it by. */
  readonly id: string;
  /** What people know it by. */
  readonly name: string;
  /** The lesson it was made in. */
  readonly lesson: string;
}

/** What a clean-up did. */
export interface CleanUpResult {
  readonly removed: readonly LabObject[];
  /** With the reason in words. */
  readonly failed: readonly { readonly object: LabObject; readonly reason: string }[];
}

/** Everything on the engine that carries our label, in the order in which it can be removed. */
export function listLabObjects(engine: Engine): Promise<readonly LabObject[]> {
  return listLabelled(engine, lessonLabel);
}

/** Removes everything that carries a label of ours, such as the one of a single run of the tests. */
export async function removeLabelled(engine: Engine, label: string): Promise<CleanUpResult> {
  return removeLabObjects(engine, await listLabelled(engine, label));
}

async function listLabelled({ connection }: Engine, label: string): Promise<readonly LabObject[]> {
  const get = async (path: string, more = {}): Promise<unknown> => {
    const query = { filters: { label: [label] }, ...more };
    return connection
      .json({ method: 'GET', path, query, timeout: 20_000 })
      .catch((error) => Promise.reject(toLabError(error)));
  };
  const [containers, networks, volumes, images] = await Promise.all([
    get('/containers/json', { all: 1 }),
    get('/networks'),
    get('/volumes'),
    get('/images/json'),
  ]);
  const found = {
    container: asAnswers(containers, 'containers'),
    network: asAnswers(networks, 'networks'),
    volume: answers(asAnswer(volumes, 'volumes'), 'Volumes'),
    image: asAnswers(images, 'images'),
  };
  return order.flatMap((kind) =>
    found[kind]
      // The filter is the engine's word; what it hands out is judged once more before it may go.
      .filter((answer) => Object.hasOwn(stringMap(answer, 'Labels'), label))
      .map((answer) => toObject(kind, answer)),
  );
}

function toObject(kind: LabObject['kind'], answer: Answer): LabObject {
  return {
    kind,
    id: required(answer, kind === 'volume' ? 'Name' : 'Id', `a ${kind}`),
    name: nameOf(kind, answer),
    lesson: stringMap(answer, 'Labels')[lessonLabel] ?? '',
  };
}

function nameOf(kind: LabObject['kind'], answer: Answer): string {
  if (kind === 'container') return containerName(answer);
  return kind === 'image' ? imageName(answer) : text(answer, 'Name');
}

function imageName(image: Answer): string {
  const tag = strings(image, 'RepoTags').find((name) => name !== '<none>:<none>');
  return tag ?? text(image, 'Id').replace('sha256:', '').slice(0, 12);
}

/** A volume cannot go before the container that uses it. */
const order = ['container', 'network', 'volume', 'image'] as const;

/** Requests under way at once: an engine takes a moment for each, and there may be thousands. */
const atOnce = 6;

/**
 * Removes what `listLabObjects` found, or a part of it: containers by force and with their nameless
 * volumes. What is gone already counts as removed; what fails is told and the rest goes on.
 */
export async function removeLabObjects(
  { connection }: Engine,
  objects: readonly LabObject[],
): Promise<CleanUpResult> {
  const reasons = new Map<LabObject, string>();
  const remove = async (object: LabObject): Promise<void> => {
    try {
      await removeObject(connection, object);
      reasons.delete(object);
    } catch (error) {
      reasons.set(object, describeError(toLabError(error)));
    }
  };
  for (const kind of order) {
    const ofKind = objects.filter((candidate) => candidate.kind === kind);
    await forEachAtOnce(ofKind, remove);
    // An image cannot go before those that were built on it, which may have come after it.
    for (let left = ofKind.length; kind === 'image'; ) {
      const failed = ofKind.filter((object) => reasons.has(object));
      if (failed.length === 0 || failed.length === left) break;
      left = failed.length;
      await forEachAtOnce(failed, remove);
    }
  }
  return {
    removed: objects.filter((object) => !reasons.has(object)),
    failed: [...reasons].map(([object, reason]) => ({ object, reason })),
  };
}

async function forEachAtOnce<T>(
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
