import type Docker from 'dockerode';
import { hurry } from './container.js';
import { checkEngine } from './engine.js';
import { runnerDigest, runnerImage } from './image.js';
import { Sandbox, sandboxName, type SandboxSettings } from './sandbox.js';
import { SandboxError } from './sandbox-error.js';

export interface PoolSettings extends Partial<SandboxSettings> {
  readonly owner: string;
  /** Sandboxes kept warm; 0 starts each when it is asked for. */
  readonly warm: number;
  /** Jobs at the same time; with all of them running, at most `warm + atOnce` containers are there. */
  readonly atOnce?: number;
}

export type PoolHealth =
  | {
      readonly ok: true;
      readonly warm: number;
      readonly starting: number;
      readonly busy: number;
      readonly image: string;
      readonly digest: string;
    }
  | { readonly ok: false; readonly problem: string };

interface Waiter {
  readonly askedAt: number;
  readonly resolve: (sandbox: Sandbox) => void;
  readonly reject: (error: Error) => void;
}

/** After a failed start, seconds until the next: the engine or the image may come back. */
const firstPause = 1;
const longestPause = 30;

/**
 * Keeps sandboxes warm and hands each out once. A taken one is replaced behind at once; `take` waits while
 * `atOnce` are busy. Starts filling when it is made.
 */
export class SandboxPool {
  readonly #docker: Docker;
  readonly #settings: SandboxSettings;
  readonly #warm: number;
  readonly #atOnce: number;
  readonly #ready: Sandbox[] = [];
  /** Names of the containers that are there or about to be. */
  readonly #names = new Set<string>();
  readonly #starting = new Map<string, Promise<void>>();
  readonly #busy = new Set<Sandbox>();
  readonly #waiting: Waiter[] = [];
  #pause = firstPause;
  #retry: NodeJS.Timeout | undefined;
  #problem: Error | undefined;
  #closed = false;

  constructor(docker: Docker, { warm, atOnce = Math.max(1, warm), ...settings }: PoolSettings) {
    this.#docker = docker;
    this.#warm = warm;
    this.#atOnce = atOnce;
    this.#settings = {
      image: runnerImage(),
      memoryMiB: 2048,
      cpus: 2,
      readySeconds: 180,
      parallel: 2,
      graceSeconds: 5,
      log: () => undefined,
      ...settings,
    };
    this.#fill();
  }

  /**
   * The next warm sandbox, for one job. Waits while all are busy; first come, first served.
   *
   * @throws SandboxError when none can be started, or the pool is closed
   */
  take(): Promise<Sandbox> {
    if (this.#closed) return Promise.reject(closedError());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ askedAt: performance.now(), resolve, reject });
      clearTimeout(this.#retry);
      this.#retry = undefined;
      for (const name of this.#starting.keys()) void hurry(this.#docker, name);
      this.#fill();
    });
  }

  /** Whether a sandbox could be had, and if not, why, in a sentence for people. */
  async health(): Promise<PoolHealth> {
    const image = this.#settings.image;
    try {
      await checkEngine(this.#docker);
      const digest = await runnerDigest(this.#docker, image);
      if (this.#problem) return { ok: false, problem: this.#problem.message };
      const { size: busy } = this.#busy;
      return { ok: true, warm: this.#ready.length, starting: this.#starting.size, busy, image, digest };
    } catch (error) {
      return { ok: false, problem: (error as Error).message };
    }
  }

  /** Names of the containers it owns: everything else with its owner's label is an orphan. */
  names(): ReadonlySet<string> {
    return this.#names;
  }

  /** Hands out no more, ends running jobs as broken, and removes every container it started. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    for (const waiter of this.#waiting.splice(0)) waiter.reject(closedError());
    await Promise.all(this.#starting.values());
    await Promise.all([...this.#ready.splice(0), ...this.#busy].map((sandbox) => sandbox.discard()));
  }

  /** Hands out what is ready and starts what is missing: called after every change. */
  #fill(): void {
    while (this.#waiting.length > 0 && this.#busy.size < this.#atOnce) {
      const sandbox = this.#ready.shift();
      if (!sandbox) break;
      const waiter = this.#waiting.shift();
      this.#busy.add(sandbox);
      waiter?.resolve(sandbox.askedAt(waiter.askedAt));
    }
    if (this.#closed || this.#retry) return;
    const wanted = this.#warm + Math.min(this.#waiting.length, this.#atOnce - this.#busy.size);
    for (let there = this.#ready.length + this.#starting.size; there < wanted; there += 1) this.#start();
  }

  #start(): void {
    const name = sandboxName();
    this.#names.add(name);
    const start = Sandbox.start(this.#docker, { ...this.#settings, urgent: this.#waiting.length > 0 }, name)
      .then(
        (sandbox) => this.#started(sandbox, name),
        (error: unknown) => {
          this.#failed(error as Error, name);
        },
      )
      .finally(() => {
        this.#starting.delete(name);
        this.#fill();
      });
    this.#starting.set(name, start);
  }

  async #started(sandbox: Sandbox, name: string): Promise<void> {
    this.#pause = firstPause;
    this.#problem = undefined;
    void sandbox.removed.then(() => {
      this.#names.delete(name);
      this.#busy.delete(sandbox);
      this.#fill();
    });
    if (this.#closed) {
      await sandbox.discard();
      return;
    }
    this.#ready.push(sandbox);
    void sandbox.died.then(() => this.#replaceDead(sandbox));
  }

  async #replaceDead(sandbox: Sandbox): Promise<void> {
    const place = this.#ready.indexOf(sandbox);
    if (place < 0) return;
    this.#ready.splice(place, 1);
    this.#settings.log('A warm sandbox ended before it was used; another takes its place.');
    await sandbox.discard();
  }

  #failed(error: Error, name: string): void {
    this.#names.delete(name);
    this.#problem = error;
    const waiter = this.#waiting.shift();
    if (waiter) waiter.reject(error);
    else this.#settings.log(error.message);
    if (this.#closed) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#fill();
    }, this.#pause * 1000);
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }
}

const closedError = () =>
  new SandboxError('closed', 'The sandbox pool is closing; no job is taken any more.');
