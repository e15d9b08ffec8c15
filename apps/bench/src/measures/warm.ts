import { BaselineContainer } from '../baseline-container.js';
import type { Bench, Measure } from './bench.js';

/** Baseline c: stock PySpark in one warm process, nothing isolated, one variant after another. */
export const warmProcess = (bench: Bench): Measure =>
  warm(bench, 'c', 'stock, one warm process, not isolated, one after another');

/** Baseline d, the floor: one warm JVM with all that makes a sandbox fast, and nothing isolated. */
export const floor = (bench: Bench): Measure =>
  warm(bench, 'd', 'the floor: our speed without isolation, two at a time');

const programs = { c: 'warm', d: 'floor' } as const;

function warm(bench: Bench, name: keyof typeof programs, title: string): Measure {
  const { exercise, image } = bench;
  return {
    name,
    title,
    async round() {
      const container = await BaselineContainer.start(image, programs[name], exercise.baselineFiles);
      try {
        const answer = await container.ask(exercise.variants);
        bench.check(answer.outcomes, `baseline ${name}`);
        bench.gathered.add(name, {
          matrixSeconds: answer.seconds,
          matrixCpuSeconds: answer.cpuSeconds,
          variantSeconds: answer.seconds / exercise.variants.length,
        });
      } finally {
        await container.close();
      }
    },
  };
}
