import http from 'node:http';
import type { Duplex } from 'node:stream';
import type { SshAddress } from './ssh-address';
import { SshConnection } from './ssh-connection';

/** An SSH server turns strangers away when more than ten knock at once (`MaxStartups`). */
const mostAtOnce = 6;

/** Milliseconds after which a connection counts as let in, whether anything has come through or not. */
const longEnough = 5000;

type Opened = (error: Error | null, connection: Duplex) => void;

/** Sends HTTP over SSH connections: one process for each, used again while it is kept alive. */
export class SshAgent extends http.Agent {
  readonly #address: SshAddress;
  readonly #waiting: Opened[] = [];
  #opening = 0;

  constructor(address: SshAddress, options: http.AgentOptions = {}) {
    super(options);
    this.#address = address;
  }

  override createConnection(_: http.ClientRequestArgs, onOpened: Opened): undefined {
    this.#waiting.push(onOpened);
    this.#openNext();
    return undefined;
  }

  #openNext(): void {
    const onOpened = this.#opening < mostAtOnce ? this.#waiting.shift() : undefined;
    if (onOpened === undefined) return;
    this.#opening += 1;
    const connection = new SshConnection(this.#address);
    let isLetIn = false;
    const letIn = (): void => {
      if (isLetIn) return;
      isLetIn = true;
      clearTimeout(timer);
      this.#opening -= 1;
      this.#openNext();
    };
    const timer = setTimeout(letIn, longEnough).unref();
    connection.once('answer', letIn).once('close', letIn);
    onOpened(null, connection);
  }
}
