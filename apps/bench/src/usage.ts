import { setTimeout as sleep } from 'node:timers/promises';
import type { connectDocker } from '@lakeproof/sandbox';
import { z } from 'zod';

type Docker = ReturnType<typeof connectDocker>;

const statsSchema = z.object({
  cpu_stats: z.object({ cpu_usage: z.object({ total_usage: z.number() }) }),
  memory_stats: z.object({ usage: z.number().optional(), max_usage: z.number().optional() }),
});

/** What a container has used since it began. `peakMiB`: files in its tmpfs count too. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly memoryMiB: number;
  readonly peakMiB: number;
}

export async function usageOf(docker: Docker, name: string): Promise<Usage> {
  const stats = statsSchema.parse(await docker.getContainer(name).stats({ stream: false, 'one-shot': true }));
  const memory = stats.memory_stats.usage ?? 0;
  return {
    cpuSeconds: stats.cpu_stats.cpu_usage.total_usage / 1e9,
    memoryMiB: memory / 2 ** 20,
    // Kernels with cgroup v2 don't tell the peak by the engine: there it is the most that was seen.
    peakMiB: (stats.memory_stats.max_usage ?? memory) / 2 ** 20,
  };
}

/** Follows a container that may go at any moment, until `stop`; what was seen last is what it used. */
export function follow(docker: Docker, name: string, everyMs = 100): { stop: () => Promise<Usage> } {
  let seen: Usage = { cpuSeconds: 0, memoryMiB: 0, peakMiB: 0 };
  const stopping = new AbortController();
  const following = (async () => {
    while (!stopping.signal.aborted) {
      const now = await usageOf(docker, name).catch(() => undefined);
      if (!now || now.cpuSeconds < seen.cpuSeconds) break;
      seen = { ...now, peakMiB: Math.max(seen.peakMiB, now.peakMiB) };
      await sleep(everyMs);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await following;
      return seen;
    },
  };
}

/** Share of one core below which a container counts as idle. */
const idleShare = 0.1;
/** Ten that warm up side by side on two cores take three minutes. */
const longestSeconds = 300;

/**
 * Waits until a container uses hardly any CPU for two seconds on end: until its warm-up is over.
 *
 * @returns what it had used by then
 */
export async function untilIdle(docker: Docker, name: string): Promise<Usage> {
  let last = await usageOf(docker, name);
  let quiet = 0;
  for (let second = 0; quiet < 2 && second < longestSeconds; second += 1) {
    await sleep(1000);
    const now = await usageOf(docker, name);
    quiet = now.cpuSeconds - last.cpuSeconds < idleShare ? quiet + 1 : 0;
    last = now;
  }
  return last;
}
