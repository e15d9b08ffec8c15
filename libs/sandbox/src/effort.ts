import { availableParallelism, loadavg } from 'node:os';
import type { Effort } from '@lakeproof/contracts';

interface Sample {
  readonly at: number;
  readonly cpuSeconds: number;
  readonly load: number;
}

/** The last look is taken so many seconds before the time is over, while the container still runs. */
const lastLook = 1;

/**
 * Watches what a job that runs long gets of its machine: from half of its time on, so that the many jobs
 * that end early cost nothing.
 */
export class EffortWatch {
  readonly #cpuSeconds: () => Promise<number | undefined>;
  readonly #coresAllowed: number;
  readonly #samples: Sample[] = [];
  readonly #timers: readonly NodeJS.Timeout[];

  /**
   * @param cpuSeconds CPU-seconds the container has used until now; undefined once it has ended
   * @param cpus cores the container may use
   * @param seconds the job's limit
   */
  constructor(cpuSeconds: () => Promise<number | undefined>, cpus: number, seconds: number) {
    this.#cpuSeconds = cpuSeconds;
    this.#coresAllowed = Math.min(cpus, availableParallelism());
    this.#timers = [seconds / 2, seconds - lastLook].map((after) =>
      setTimeout(() => void this.look(), after * 1000),
    );
  }

  /** Looks once more, if the container can still be looked at. */
  async look(): Promise<void> {
    const [minute = 0] = loadavg();
    const load = minute / availableParallelism();
    const cpuSeconds = await this.#cpuSeconds();
    if (cpuSeconds !== undefined) this.#samples.push({ at: performance.now() / 1000, cpuSeconds, load });
  }

  /** Whether half of the job's time was over. */
  get began(): boolean {
    return this.#samples.length > 0;
  }

  /** From the first look to the last; undefined before there were two. */
  effort(): Effort | undefined {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last || first === last) return undefined;
    return {
      cores: (last.cpuSeconds - first.cpuSeconds) / (last.at - first.at),
      coresAllowed: this.#coresAllowed,
      load: this.#samples.reduce((sum, { load }) => sum + load, 0) / this.#samples.length,
    };
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
