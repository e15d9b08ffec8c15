import { BaselineContainer } from '../baseline-container.js';
import { median } from '../statistics.js';
import type { Bench, Measure } from './bench.js';

/** A cold variant takes ten seconds: of all, a round has so many, other ones each time. */
const perRound = 2;

/** The variants of a round; a matrix's time is then told by their mean. */
export function partOf(variants: readonly string[], round: number, quick: boolean): string[] {
  const count = quick ? 1 : perRound;
  return Array.from({ length: count }, (_, n) => variants[(round * count + n) % variants.length] ?? '');
}

/** Baseline a: for each variant a container from nothing, in which stock pytest starts Spark. */
export function coldContainers(bench: Bench): Measure {
  const { exercise, image } = bench;
  return {
    name: 'a',
    title: 'cold container for each variant',
    async round(round) {
      const times: { seconds: number; cpuSeconds: number }[] = [];
      for (const variant of partOf(exercise.variants, round, bench.quick)) {
        const began = performance.now();
        const container = await BaselineContainer.start(image, 'process', exercise.baselineFiles);
        const answer = await container.ask(variant);
        await container.close();
        times.push({ seconds: (performance.now() - began) / 1000, cpuSeconds: answer.cpuSeconds });
        bench.check(answer.outcomes, 'baseline a');
      }
      bench.gathered.add('a', matrixOf(times, exercise.variants.length));
    },
  };
}

/** Baseline b: one container, in which stock pytest processes start Spark one after another. */
export function coldProcesses(bench: Bench): Measure {
  const { exercise, image } = bench;
  let container: BaselineContainer | undefined;
  return {
    name: 'b',
    title: 'one cold container, variants one after another',
    async round(round) {
      container ??= await BaselineContainer.start(image, 'process', exercise.baselineFiles);
      const times = [];
      for (const variant of partOf(exercise.variants, round, bench.quick)) {
        const answer = await container.ask(variant);
        times.push(answer);
        bench.check(answer.outcomes, 'baseline b');
      }
      bench.gathered.add('b', matrixOf(times, exercise.variants.length));
    },
    async close() {
      await container?.close();
    },
  };
}

function matrixOf(times: readonly { seconds: number; cpuSeconds: number }[], variants: number) {
  const seconds = times.reduce((sum, time) => sum + time.seconds, 0) / times.length;
  const cpuSeconds = times.reduce((sum, time) => sum + time.cpuSeconds, 0) / times.length;
  return {
    matrixSeconds: seconds * variants,
    matrixCpuSeconds: cpuSeconds * variants,
    variantSeconds: median(times.map((time) => time.seconds)),
  };
}
