import type { LayerProgress, PullProgress } from '../../core/command/execution';
import { type Answer, below, number, text } from '../answer';

/** What the engine reports while it pulls or builds: one line about a layer, or about the whole. */
export interface ProgressMessage {
  readonly id: string;
  /** About one layer; others, such as `latest: Pulling from library/alpine`, are about the whole. */
  readonly isLayer: boolean;
  readonly status: string;
  readonly current: number | undefined;
  readonly total: number | undefined;
  /** Why it failed; the stream ends after it. */
  readonly error: string | undefined;
}

export function toProgressMessage(answer: Answer): ProgressMessage {
  const detail = below(answer, 'progressDetail');
  const error = text(answer, 'error') || text(below(answer, 'errorDetail'), 'message');
  return {
    id: text(answer, 'id'),
    isLayer: text(answer, 'id') !== '' && answer.progressDetail !== undefined,
    status: text(answer, 'status'),
    current: number(detail, 'current'),
    total: number(detail, 'total'),
    error: error === '' ? undefined : error,
  };
}

/** Collects the state of every layer of one pull. */
export class LayerStates {
  readonly #image: string;
  readonly #layers = new Map<string, LayerProgress>();

  constructor(image: string) {
    this.#image = image;
  }

  /** Takes a message in; `undefined` when it is not about a layer. */
  add({ id, isLayer, status, current, total }: ProgressMessage): PullProgress | undefined {
    if (!isLayer) return undefined;
    this.#layers.set(id, { id, status, current, total });
    return { image: this.#image, layers: [...this.#layers.values()] };
  }
}
