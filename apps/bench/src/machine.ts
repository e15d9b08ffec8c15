import { cpus, freemem, loadavg, release, totalmem } from 'node:os';
import { runnerDigests, type connectDocker } from '@lakeproof/sandbox';
import { z } from 'zod';

export const machineSchema = z.object({
  processor: z.string(),
  cores: z.number(),
  memoryGiB: z.number(),
  freeGiB: z.number(),
  kernel: z.string(),
  engine: z.string(),
  cgroup: z.string(),
  node: z.string(),
  image: z.string(),
  /** Processes that wanted a core in the last minute, when the run began. */
  load: z.number(),
});
export type Machine = z.infer<typeof machineSchema>;

/** Where a benchmark ran: figures without it say little. */
export async function describeMachine(
  docker: ReturnType<typeof connectDocker>,
  image: string,
): Promise<Machine> {
  const info = (await docker.info()) as { ServerVersion: string; CgroupVersion?: string };
  const cores = cpus();
  return {
    processor: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGiB: gib(totalmem()),
    freeGiB: gib(freemem()),
    kernel: release(),
    engine: info.ServerVersion,
    cgroup: info.CgroupVersion ?? '1',
    node: process.version,
    image: (await runnerDigests(docker, image)).whole.replace('sha256:', '').slice(0, 12),
    load: currentLoad(),
  };
}

export const currentLoad = () => Math.round((loadavg()[0] ?? 0) * 10) / 10;

const gib = (bytes: number) => Math.round((bytes / 2 ** 30) * 10) / 10;
