import { asAnswer, below, text } from '../../answer';
import type { Connection } from '../../connection';
import { Refusal } from '../../refusal';

/** Finds the names of services and nodes, each asked for once; an id that is gone names itself. */
export class SwarmNames {
  readonly #connection: Connection;
  readonly #isOff: boolean;
  readonly #known = new Map<string, Promise<string>>();

  /** `isOff`: ids stay ids. */
  constructor(connection: Connection, isOff: boolean) {
    this.#connection = connection;
    this.#isOff = isOff;
  }

  service(id: string): Promise<string> {
    return this.#find(`/services/${encodeURIComponent(id)}`, id, (path) => this.#service(path));
  }

  node(id: string): Promise<string> {
    return this.#find(`/nodes/${encodeURIComponent(id)}`, id, (path) => this.#node(path));
  }

  async #find(path: string, id: string, read: (path: string) => Promise<string>): Promise<string> {
    if (this.#isOff || id === '') return id;
    const known =
      this.#known.get(path) ??
      read(path).catch((error: unknown) => {
        if (error instanceof Refusal && error.status === 404) return id;
        throw error;
      });
    this.#known.set(path, known);
    return known;
  }

  async #service(path: string): Promise<string> {
    const answer = await this.#connection.json({ method: 'GET', path });
    return text(below(asAnswer(answer, 'the service'), 'Spec'), 'Name');
  }

  async #node(path: string): Promise<string> {
    const node = asAnswer(await this.#connection.json({ method: 'GET', path }), 'the node');
    const name = text(below(node, 'Spec'), 'Name');
    return name === '' ? text(below(node, 'Description'), 'Hostname') : name;
  }
}
