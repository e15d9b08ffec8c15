import { randomUUID } from 'node:crypto';
import type { HarnessEvent, Report, ReportEnd, SandboxJob, VariantKind } from '@lakeproof/contracts';
import type Docker from 'dockerode';
import { removeContainer, RunningContainer } from './container.js';
import { comesFromEngine, engineIsHere } from './engine.js';
import { EffortWatch } from './effort.js';
import { follow, timeIsOver } from './follow.js';
import type { ContainerSettings } from './container-options.js';
import { harnessEvents, ProtocolError } from './harness-events.js';
import { jobInput } from './job-input.js';
import { NumberedVariants } from './numbered-variants.js';
import { ReportWriter, type SandboxEvent } from './report-writer.js';
import { asSandboxError, SandboxError } from './sandbox-error.js';
import { Tail } from './tail.js';
import { within } from './within.js';

export interface SandboxSettings extends ContainerSettings {
  /** Until the harness must be warm. */
  readonly readySeconds: number;
  /** Variants that run at the same time. */
  readonly parallel: number;
  /** What the harness does beyond its job's seconds before it is ended from outside. */
  readonly graceSeconds: number;
  /** Told what went wrong in a sandbox, with the end of its stderr; `fault` is an error of our own code. */
  readonly log: (message: string, fault?: unknown) => void;
}

export interface GradeOptions {
  /** Asked after each event, with the kind of its variant: true ends the job, because the verdict is certain. */
  readonly hopeless?: (event: HarnessEvent, kind: VariantKind | undefined) => boolean;
  /** Ends the job as broken: the claim was lost, or the worker stops. */
  readonly signal?: AbortSignal;
  /** Nobody waits for it: it gives way to the sandboxes that work. */
  readonly gentle?: boolean;
}

const stderrBytes = 16 * 1024;

/**
 * A warm container that waits for its one job. It is removed after `grade` whatever happened; one that
 * is not used is given back by `discard`.
 */
export class Sandbox {
  /** Resolves when its container is removed. */
  readonly removed: Promise<void>;
  /** Resolves when it ended before its job, with the error of our own code that made it so, if there was one. */
  readonly died: Promise<unknown>;
  readonly #docker: Docker;
  readonly #name: string;
  readonly #container: RunningContainer;
  readonly #events: AsyncGenerator<HarnessEvent, void>;
  readonly #settings: SandboxSettings;
  readonly #stderr: Tail;
  /** Waits for the harness's next word while it is idle: so the death of its container is noticed. */
  readonly #next: Promise<IteratorResult<HarnessEvent, void>>;
  #askedAt = performance.now();
  #used = false;
  #held = false;
  #removal: Promise<void> | undefined;
  #setRemoved: () => void = () => undefined;

  private constructor(
    docker: Docker,
    name: string,
    container: RunningContainer,
    events: AsyncGenerator<HarnessEvent, void>,
    settings: SandboxSettings,
    stderr: Tail,
  ) {
    this.#docker = docker;
    this.#name = name;
    this.#container = container;
    this.#events = events;
    this.#settings = settings;
    this.#stderr = stderr;
    this.removed = new Promise((resolve) => (this.#setRemoved = resolve));
    this.#next = this.#events.next();
    this.died = this.#next.then(
      () => undefined,
      (error: unknown) => (isForeseen(error) ? undefined : error),
    );
  }

  /**
   * Starts a container and waits until its harness is warm, or `signal` says that nobody needs it any more.
   *
   * @throws SandboxError with what the harness said last; the container is removed.
   */
  static async start(
    docker: Docker,
    settings: SandboxSettings,
    name = sandboxName(),
    signal?: AbortSignal,
  ): Promise<Sandbox> {
    const container = await RunningContainer.start(docker, name, settings);
    const giveUp = () => void container.kill();
    if (signal?.aborted) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    const stderr = new Tail(stderrBytes);
    const events = harnessEvents(container.output, (data) => {
      stderr.push(data);
    });
    try {
      const first = await within(settings.readySeconds, 'warming up', events.next());
      if (first.done || first.value.event !== 'ready')
        throw new NotReady(first.done ? 'it ended' : saidInstead(first.value));
      if (!settings.urgent) await container.giveWay();
      return new Sandbox(docker, name, container, events, settings, stderr);
    } catch (error) {
      const exit = await container.exit();
      container.disconnect();
      // The first error is the one to tell; a container that stays is swept as an orphan.
      await removeContainer(docker, name).catch(() => undefined);
      if (!isForeseen(error)) throw asSandboxError(error);
      const why = exit?.oomKilled ? 'it needed more memory than it has' : error.message;
      throw new SandboxError(
        'start',
        `A sandbox of the image ${settings.image} did not become ready: ${why}.${quoted(stderr)}`,
        { cause: error },
      );
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  /** While it is held it waits for its job without computing: others need the CPU more than it does. */
  async hold(held: boolean): Promise<void> {
    if (this.#used || held === this.#held) return;
    this.#held = held;
    await this.#container.giveWay({ held });
  }

  /** Waiting for a sandbox belongs to the time a submission takes: counts from here instead of its start. */
  askedAt(milliseconds: number): this {
    this.#askedAt = milliseconds;
    return this;
  }

  /**
   * Runs a job and reports what was seen, also when it had to be ended: by its deadline, by too much
   * memory or output, by `hopeless`. Never throws for what the submission does, or the engine.
   *
   * @throws Error when it was used before: a sandbox is for one job; and any error of our own code
   */
  async grade(
    job: SandboxJob,
    onEvent: (event: SandboxEvent) => void = () => undefined,
    options: GradeOptions = {},
  ): Promise<Report> {
    if (this.#used) throw new Error('a sandbox is used for one job only');
    this.#used = true;
    const numbers = new NumberedVariants(job.variants);
    const report = new ReportWriter(numbers, () => (performance.now() - this.#askedAt) / 1000);
    let stopped: ReportEnd | undefined;
    const stop = (end: ReportEnd) => {
      stopped ??= end;
      void this.#container.kill();
    };
    const seconds = job.limits.seconds + this.#settings.graceSeconds;
    const deadline = setTimeout(stop, seconds * 1000, timeIsOver);
    const abort = () => {
      stop({ kind: 'broken', detail: 'the job was given up' });
    };
    options.signal?.addEventListener('abort', abort);
    const watch = new EffortWatch(() => this.#cpuSeconds(), this.#settings.cpus, job.limits.seconds);
    try {
      if (options.signal?.aborted) abort();
      await this.#container.fit(job.limits.memoryMiB, { gentle: options.gentle ?? false });
      this.#container.send(jobInput(job, numbers, this.#settings.parallel));
      report.start();
      const end = await follow(this.#jobEvents(), report, {
        onEvent,
        hopeless: (event) => options.hopeless?.(event, numbers.kindOf(event)) ?? false,
        seconds: job.limits.seconds,
      });
      if (watch.began && !(end instanceof Error)) await watch.look();
      return report.finish(stopped ?? (end instanceof Error ? await this.#endOf(end) : end), watch.effort());
    } catch (error) {
      if (!comesFromEngine(error)) throw error;
      return report.finish(stopped ?? { kind: 'broken', detail: error.message });
    } finally {
      clearTimeout(deadline);
      watch.stop();
      options.signal?.removeEventListener('abort', abort);
      // Whoever waits for the verdict needn't wait for the cleaning up: `removed` tells when it is done.
      void this.#remove();
    }
  }

  /** Removes it unused. */
  async discard(): Promise<void> {
    await this.hold(false);
    this.#used = true;
    await this.#remove();
  }

  /** The load of this machine says nothing about an engine elsewhere: then the one is not told without the other. */
  async #cpuSeconds(): Promise<number | undefined> {
    if (!engineIsHere(this.#docker)) return undefined;
    try {
      return await this.#container.cpuSeconds();
    } catch (error) {
      if (!comesFromEngine(error)) this.#settings.log('The CPU time of a sandbox could not be read.', error);
      return undefined;
    }
  }

  /** All events after `ready`. */
  async *#jobEvents(): AsyncGenerator<HarnessEvent, void> {
    for (let next = await this.#next; !next.done; next = await this.#events.next()) yield next.value;
  }

  /** Why a job did not come to its end: first of all, whether the kernel ended it for its memory. */
  async #endOf(error: Error): Promise<ReportEnd> {
    const exit = await this.#container.exit();
    if (exit?.oomKilled) return { kind: 'out-of-memory' };
    const code = exit ? ` (exit code ${exit.code})` : '';
    this.#settings.log(`A sandbox broke: ${error.message}${code}.${quoted(this.#stderr)}`);
    return { kind: 'broken', detail: `${error.message}${code}` };
  }

  #remove(): Promise<void> {
    return (this.#removal ??= this.#removeOnce());
  }

  async #removeOnce(): Promise<void> {
    this.#container.disconnect();
    try {
      await removeContainer(this.#docker, this.#name);
    } catch (error) {
      const { message, problem, cause } = asSandboxError(error);
      const fault = problem === 'fault' ? cause : undefined;
      this.#settings.log(`The container ${this.#name} could not be removed: ${message}`, fault);
    } finally {
      this.#setRemoved();
    }
  }
}

/** A container that ran, and whose harness ended or said something else than that it is ready. */
class NotReady extends Error {
  override readonly name = 'NotReady';
}

const isForeseen = (error: unknown): error is Error =>
  error instanceof NotReady || error instanceof ProtocolError || comesFromEngine(error);

/** Known before the container is there, so that a failed start can be cleaned up by name. */
export const sandboxName = () => `lakeproof-${randomUUID()}`;

const quoted = (stderr: Tail) => (stderr.toString() ? `\nIts last words:\n${stderr.toString()}` : '');

const saidInstead = (event: HarnessEvent) =>
  event.event === 'broken' ? event.reason : `it said ${event.event} before ready`;
