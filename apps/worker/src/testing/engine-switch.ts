import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const realSocket = process.env.DOCKER_HOST?.replace(/^unix:\/\//, '') ?? '/var/run/docker.sock';

/** The Docker engine of this machine behind a socket of our own: as long as it is off, there is no engine. */
export class EngineSwitch {
  readonly #path = join(tmpdir(), `lakeproof-${randomUUID()}.sock`);
  readonly #open = new Set<Socket>();
  #server: Server | undefined;

  /** For the worker's DOCKER_HOST. */
  get address(): string {
    return `unix://${this.#path}`;
  }

  async on(): Promise<void> {
    this.#server = createServer({ allowHalfOpen: true }, (client) => {
      const engine = connect({ path: realSocket, allowHalfOpen: true });
      for (const [from, to] of [
        [client, engine],
        [engine, client],
      ] as const) {
        this.#open.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy()).on('close', () => this.#open.delete(from));
      }
    });
    this.#server.listen(this.#path);
    await once(this.#server, 'listening');
  }

  /** As when the engine is killed: who is connected is cut off. */
  async off(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#open) socket.destroy();
    await closed;
  }
}
