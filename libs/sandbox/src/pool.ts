import { availableParallelism } from 'node:os';
import type Docker from 'dockerode';
import { Capacity, type Demand, type Occupancy } from './capacity.js';
import { hurry } from './container.js';
import { waitingMiB } from './fitting-pool.js';
import { poolHealth, type PoolHealth } from './health.js';
import { runnerImage } from './image.js';
import { Retry } from './retry.js';
import { Sandbox, sandboxName, type SandboxSettings } from './sandbox.js';
import { asSandboxError, SandboxError } from './sandbox-error.js';

export interface PoolSettings extends Partial<SandboxSettings> {
  readonly owner: string;
  /** Sandboxes kept warm; 0 starts each when it is asked for. */
  readonly warm: number;
  /** Jobs at the same time; with all of them running, at most `warm + atOnce` containers are there. */
  readonly atOnce?: number;
  /** What all containers together may be given; no limit unless told. The first is started whatever it says. */
  readonly budgetMiB?: number;
  /** Free bytes below which the engine's disk counts as full. */
  readonly leastDiskBytes?: number;
}

export interface TakeOptions {
  /** What the job will be given, where that is more than a warm sandbox has. */
  readonly memoryMiB?: number;
  /** Somebody else may need one sooner: it goes last, and the last warm one is not for it. */
  readonly leaveOne?: boolean;
}

interface Waiter extends Demand {
  readonly askedAt: number;
  readonly resolve: (sandbox: Sandbox) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Keeps sandboxes warm and hands each out once. A taken one is replaced behind, once there is CPU for it or it
 * will be missed; `take` waits while `atOnce` are busy. Starts filling when it is made.
 */
export class SandboxPool {
  readonly #docker: Docker;
  readonly #settings: SandboxSettings;
  readonly #capacity: Capacity;
  readonly #leastDiskBytes: number | undefined;
  #warm: number;
  readonly #ready: Sandbox[] = [];
  /** Names of the containers that are there or about to be. */
  readonly #names = new Set<string>();
  readonly #starting = new Map<string, Promise<void>>();
  /** With the memory each was given. */
  readonly #busy = new Map<Sandbox, number>();
  readonly #waiting: Waiter[] = [];
  readonly #retry = new Retry();
  #problem: SandboxError | undefined;
  readonly #closing = new AbortController();

  constructor(docker: Docker, pool: PoolSettings) {
    const { warm, atOnce = Math.max(1, warm), budgetMiB = Infinity, leastDiskBytes, ...settings } = pool;
    this.#docker = docker;
    this.#warm = warm;
    this.#leastDiskBytes = leastDiskBytes;
    this.#settings = {
      image: runnerImage(),
      memoryMiB: waitingMiB,
      cpus: 2,
      readySeconds: 180,
      parallel: 2,
      graceSeconds: 5,
      log: () => undefined,
      ...settings,
    };
    const { memoryMiB, cpus } = this.#settings;
    const cores = availableParallelism();
    this.#capacity = new Capacity({ atOnce, budgetMiB, waitingMiB: memoryMiB, cpus, cores });
    this.#fill();
  }

  /**
   * The next warm sandbox, for one job. Waits while all are busy; first come, first served, but for those
   * that leave one to others.
   *
   * @throws SandboxError when none can be started, or the pool is closed
   */
  take(options: TakeOptions = {}): Promise<Sandbox> {
    if (this.#isClosed) return Promise.reject(closedError());
    return new Promise((resolve, reject) => {
      const { memoryMiB = 0, leaveOne = false } = options;
      this.#waiting.push({
        askedAt: performance.now(),
        memoryMiB: Math.max(memoryMiB, this.#settings.memoryMiB),
        leaveOne,
        resolve,
        reject,
      });
      this.#retry.cancel();
      this.#fill();
      if (this.#isShort())
        for (const name of this.#starting.keys()) this.#unwatched(hurry(this.#docker, name));
    });
  }

  /** Keeps so many warm from now on: more before a class, fewer after it. */
  keepWarm(count: number): void {
    this.#warm = count;
    for (const surplus of this.#ready.splice(count)) this.#unwatched(surplus.discard());
    this.#fill();
  }

  /** Whether a sandbox could be had, and if not, why, in a sentence for people. */
  health(): Promise<PoolHealth> {
    const settings = { image: this.#settings.image, leastDiskBytes: this.#leastDiskBytes };
    return poolHealth(this.#docker, settings, () => ({
      warm: this.#ready.length,
      starting: this.#starting.size,
      busy: this.#busy.size,
      problem: this.#problem,
    }));
  }

  /** Names of the containers it owns: everything else with its owner's label is an orphan. */
  names(): ReadonlySet<string> {
    return this.#names;
  }

  /** Hands out no more, ends running jobs as broken, and removes every container it started, ready or not. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#retry.cancel();
    for (const waiter of this.#waiting.splice(0)) waiter.reject(closedError());
    await Promise.all(this.#starting.values());
    await Promise.all([...this.#ready.splice(0), ...this.#busy.keys()].map((sandbox) => sandbox.discard()));
  }

  /** Hands out what is ready and starts what is missing: called after every change. */
  #fill(): void {
    this.#handOut();
    const isCpuTaken = this.#capacity.isCpuTaken(this.#occupancy());
    for (const sandbox of this.#ready) this.#unwatched(sandbox.hold(isCpuTaken));
    if (this.#isClosed || this.#retry.isPending) return;
    while (this.#capacity.mayStart(this.#occupancy())) this.#start();
  }

  get #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  #occupancy(): Occupancy<Waiter> {
    return {
      warm: this.#warm,
      ready: this.#ready.length,
      starting: this.#starting.size,
      busy: [...this.#busy.values()],
      waiting: this.#waiting,
    };
  }

  /** Whether somebody waits for a sandbox that isn't ready yet. */
  #isShort(): boolean {
    return this.#waiting.length > this.#ready.length;
  }

  #handOut(): void {
    for (let turn = this.#turn(); turn; turn = this.#turn()) {
      if (turn === 'make room') {
        // It goes on when that one's container is gone.
        this.#unwatched(this.#ready.pop()?.discard());
        return;
      }
      const { next } = turn;
      const sandbox = this.#ready.shift();
      if (!sandbox) return;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.#busy.set(sandbox, next.memoryMiB);
      next.resolve(sandbox.askedAt(next.askedAt));
    }
  }

  #turn() {
    return this.#capacity.turn(this.#occupancy());
  }

  #start(): void {
    const name = sandboxName();
    this.#names.add(name);
    const settings = { ...this.#settings, urgent: this.#isShort() };
    const start = Sandbox.start(this.#docker, settings, name, this.#closing.signal)
      .then(
        (sandbox) => this.#started(sandbox, name),
        (error: unknown) => {
          this.#failed(asSandboxError(error), name);
        },
      )
      .finally(() => {
        this.#starting.delete(name);
        this.#fill();
      });
    this.#starting.set(name, start);
  }

  async #started(sandbox: Sandbox, name: string): Promise<void> {
    this.#retry.succeeded();
    this.#problem = undefined;
    void sandbox.removed.then(() => {
      this.#names.delete(name);
      this.#busy.delete(sandbox);
      this.#fill();
    });
    if (this.#isClosed) {
      await sandbox.discard();
      return;
    }
    this.#ready.push(sandbox);
    this.#unwatched(sandbox.died.then((fault) => this.#replaceDead(sandbox, fault)));
  }

  async #replaceDead(sandbox: Sandbox, fault: unknown): Promise<void> {
    const place = this.#ready.indexOf(sandbox);
    if (place < 0) return;
    this.#ready.splice(place, 1);
    this.#settings.log('A warm sandbox ended before it was used; another takes its place.', fault);
    await sandbox.discard();
  }

  /** For what nobody waits for: an error of our own code must not get lost with it. */
  #unwatched(work: Promise<unknown> | undefined): void {
    work?.catch((error: unknown) => {
      this.#settings.log('The sandbox pool met an error of Lakeproof.', error);
    });
  }

  #failed(error: SandboxError, name: string): void {
    this.#names.delete(name);
    if (this.#isClosed) return;
    this.#problem = error;
    // While another one is there, or on its way, whoever waits keeps their place and is served later.
    const waiter = this.#names.size === 0 ? this.#waiting.shift() : undefined;
    waiter?.reject(error);
    if (error.problem === 'fault') this.#settings.log(error.message, error.cause);
    else if (!waiter) this.#settings.log(error.message);
    this.#retry.later(() => {
      this.#fill();
    });
  }
}

const closedError = () =>
  new SandboxError('closed', 'The sandbox pool is closing; no job is taken any more.');
