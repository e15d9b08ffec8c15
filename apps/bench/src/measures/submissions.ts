import { availableParallelism, totalmem } from 'node:os';
import { fittingPool, SandboxPool } from '@lakeproof/sandbox';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sample } from '../figures.js';
import { untilIdle } from '../usage.js';
import type { Bench, Measure } from './bench.js';
import { outcomesOf, owner } from './sandbox.js';

/** As a worker does while a class is on. */
const fitting = fittingPool({ cores: availableParallelism(), memoryBytes: totalmem() });
const { warmInClass: warm } = fitting;
const { warm: atOnce } = fitting.atOnce;
/** One more often: it is what the others are compared with. */
const counts = [1, 1, 1, 2, 5, 10] as const;

/**
 * So many submissions in the same moment, through a pool that replaces behind what it hands out and had rested
 * before: people write for minutes between two submissions.
 */
export function submissionsAtOnce(bench: Bench): Measure {
  const sizes = bench.quick ? [1, 2] : counts;
  return {
    name: 'many',
    title: `${sizes.join(', ')} submissions at once, pool of ${warm} warm, ${atOnce} at work`,
    async round(round) {
      // Ten take minutes, and are many already.
      if (round > 0) return;
      const settings = { warm, atOnce, owner, image: bench.image, readySeconds: 600 };
      const sandboxes = new SandboxPool(bench.docker, settings);
      try {
        for (const count of sizes) bench.gathered.add('many', await burst(bench, sandboxes, count));
      } finally {
        await sandboxes.close();
      }
    },
  };
}

async function burst(bench: Bench, sandboxes: SandboxPool, count: number): Promise<Sample> {
  const { docker, exercise, check } = bench;
  await filled(sandboxes);
  await Promise.all([...sandboxes.names()].map((name) => untilIdle(docker, name)));
  const began = performance.now();
  const reports = await Promise.all(
    Array.from({ length: count }, async () => (await sandboxes.take()).grade(exercise.plain)),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const report of reports) check(outcomesOf(report), `one of ${count} submissions`);
  const first = Math.max(...reports.map(({ timing }) => timing.firstResult));
  return { [`seconds${count}`]: seconds, [`lastFirstResult${count}`]: first };
}

/** Until all are ready that are kept warm, and what was used before is gone. */
async function filled(sandboxes: SandboxPool): Promise<void> {
  for (;;) {
    const health = await sandboxes.health();
    if (!health.ok) throw new Error(health.problem);
    if (health.warm >= warm && sandboxes.names().size === health.warm) return;
    await sleep(200);
  }
}
