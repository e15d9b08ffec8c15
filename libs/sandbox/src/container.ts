import { Duplex } from 'node:stream';
import type Docker from 'dockerode';
import { engineError, ignoreEngine, statusOf } from './engine.js';
import { imageMissing } from './image.js';
import {
  type ContainerSettings,
  containerOptions,
  waitingLimits,
  workingLimits,
  workingShares,
} from './container-options.js';
import { SandboxError } from './sandbox-error.js';
import { within } from './within.js';

/** How a container's main process ended. */
export interface Exit {
  readonly code: number;
  readonly oomKilled: boolean;
}

const answerSeconds = 20;

/** One running container, attached: bytes in, bytes out, an end. Everything else of Docker stays in here. */
export class RunningContainer {
  readonly #container: Docker.Container;
  readonly #connection: Duplex;
  readonly #settings: ContainerSettings;
  /** Limits are changed one after another: the last one asked for is the last one to hold. */
  #limits: Promise<unknown> = Promise.resolve();

  private constructor(container: Docker.Container, connection: Duplex, settings: ContainerSettings) {
    this.#container = container;
    this.#connection = connection;
    this.#settings = settings;
    // An error reaches whoever reads; without a listener, one after the reading would end this process.
    connection.on('error', () => undefined);
  }

  /**
   * Creates, attaches and starts it, in that order, so that no byte of output is missed.
   *
   * @throws SandboxError when image or engine are missing, or the engine refuses; nothing is left behind.
   */
  static async start(docker: Docker, name: string, settings: ContainerSettings): Promise<RunningContainer> {
    try {
      const container = await within(answerSeconds, 'creating a container', create(docker, name, settings));
      const connection = await within(answerSeconds, 'attaching', attach(container));
      await within(answerSeconds, 'starting a container', container.start() as Promise<unknown>);
      return new RunningContainer(container, connection, settings);
    } catch (error) {
      // The first error is the one to tell; a container that stays is swept as an orphan.
      await removeContainer(docker, name).catch(() => undefined);
      throw statusOf(error) === 404 ? imageMissing(settings.image) : engineError(error);
    }
  }

  /** Multiplexed stdout and stderr; ends when the container does. */
  get output(): AsyncIterable<Buffer> {
    return this.#connection as AsyncIterable<Buffer>;
  }

  send(bytes: Buffer): void {
    this.#connection.write(bytes);
  }

  /**
   * It was started before its job was known: gives it the memory of the exercise, and its full share of CPU
   * unless it shall go on giving way to others.
   */
  fit(memoryMiB: number, { gentle = false } = {}): Promise<void> {
    return this.#limit(workingLimits(this.#settings, memoryMiB, gentle));
  }

  /**
   * It is ready: until its job comes it takes only CPU that nobody else wants, and while it is `held`, none to
   * speak of. Lift that before it is ended: what may not compute can't give its memory back either.
   */
  async giveWay({ held = false } = {}): Promise<void> {
    // Without it the others are slower, and nothing is wrong.
    await this.#limit(waitingLimits(this.#settings, held)).catch(ignoreEngine);
  }

  async #limit(limits: object): Promise<void> {
    const change = this.#limits.then(() => this.#container.update(limits) as Promise<unknown>);
    // The next change comes after this one, whatever came of it: whoever asked for this one is told.
    this.#limits = change.catch(() => undefined);
    await within(answerSeconds, 'changing the limits of a container', change);
  }

  /** CPU-seconds all its processes have used. @throws when it has ended, or the engine doesn't say */
  async cpuSeconds(): Promise<number> {
    const asked = this.#container.stats({ stream: false, 'one-shot': true });
    const { cpu_stats: cpu } = await within(2, 'a look at the CPU of a container', asked);
    const { total_usage: nanoseconds } = cpu.cpu_usage;
    // Of one that has ended the engine tells zeros.
    if (nanoseconds === 0) throw new SandboxError('engine', 'the container has ended');
    return nanoseconds / 1e9;
  }

  /** Ends all its processes at once. The output ends too, even when the engine doesn't answer. */
  async kill(): Promise<void> {
    try {
      await within(5, 'ending a container', this.#container.kill() as Promise<unknown>);
    } catch (error) {
      // 409: it has ended by itself, and what it wrote is still to be read.
      if (statusOf(error) !== 409) this.disconnect();
    }
  }

  disconnect(): void {
    this.#connection.destroy();
  }

  /** How it ended; undefined when it still runs after a while, or the engine doesn't say. */
  async exit(): Promise<Exit | undefined> {
    try {
      await within(5, 'the end of a container', this.#container.wait() as Promise<unknown>);
      const { State } = await within(5, 'a look at a container', this.#container.inspect());
      return { code: State.ExitCode, oomKilled: State.OOMKilled };
    } catch (error) {
      ignoreEngine(error);
      return undefined;
    }
  }
}

/** Someone waits for a container that still warms up: it gives way no longer. */
export async function hurry(docker: Docker, name: string): Promise<void> {
  // Not there yet, or gone already: then there is nothing to hurry.
  await docker.getContainer(name).update({ CpuShares: workingShares }).catch(ignoreEngine);
}

/** Ends and removes a container; nothing to do when it is gone already. */
export async function removeContainer(docker: Docker, name: string): Promise<void> {
  try {
    const removal = docker.getContainer(name).remove({ force: true, v: true }) as Promise<unknown>;
    await within(answerSeconds, 'removing a container', removal);
  } catch (error) {
    const status = statusOf(error);
    // 404: not there. 409: somebody else is removing it.
    if (status !== 404 && status !== 409) throw engineError(error);
  }
}

const create = (docker: Docker, name: string, settings: ContainerSettings) =>
  docker.createContainer(containerOptions(name, settings));

async function attach(container: Docker.Container): Promise<Duplex> {
  const connection = await container.attach({
    stream: true,
    hijack: true,
    stdin: true,
    stdout: true,
    stderr: true,
  });
  if (!(connection instanceof Duplex))
    throw new SandboxError('engine', 'The Docker engine gave no connection to a container that it made.');
  return connection;
}
