import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Report, SandboxJob } from '@lakeproof/contracts';
import { Sandbox } from '@lakeproof/sandbox';
import type { Sample } from '../figures.js';
import type { Outcomes } from '../outcomes.js';
import { follow, untilIdle, usageOf, type Usage } from '../usage.js';
import type { Bench, Measure } from './bench.js';

/** By which the containers of the benchmark are known. */
export const owner = 'bench';

const settings = (image: string) => ({
  image,
  owner,
  memoryMiB: 2048,
  cpus: 2,
  urgent: true,
  readySeconds: 600,
  parallel: 2,
  graceSeconds: 30,
  log: (message: string) => {
    process.stderr.write(`${message}\n`);
  },
});

/** Ours: a sandbox from nothing, its rest, and the whole matrix once it is warm. */
export function ours(bench: Bench): Measure {
  return {
    name: 'ours',
    title: 'ours: a warm sandbox',
    async round() {
      const warm = await warmSandbox(bench);
      bench.gathered.add('start', warm.start);
      bench.gathered.add('idle', await rest(bench, warm.name));
      const { report, sample } = await graded(bench, warm, bench.exercise.plain);
      bench.check(outcomesOf(report), 'the sandbox');
      bench.gathered.add('ours', sample);
    },
  };
}

/** The same with a Python UDF in the code under test. */
export function withUdf(bench: Bench): Measure {
  return {
    name: 'udf',
    title: 'ours, with a Python UDF',
    async round() {
      const { report, sample } = await graded(bench, await warmSandbox(bench), bench.exercise.udf);
      bench.check(outcomesOf(report), 'the sandbox with a UDF');
      bench.gathered.add('udf', sample);
    },
  };
}

/** A declarative pipeline: each variant runs it over a batch, with expectations. */
export function pipeline(bench: Bench): Measure {
  return {
    name: 'pipeline',
    title: 'ours, a declarative pipeline',
    async round() {
      const { sample } = await graded(bench, await warmSandbox(bench), bench.exercise.pipeline);
      bench.gathered.add('pipeline', sample);
    },
  };
}

/** Ours, asked for at the moment the sandbox says that it is ready: what a learner meets when the pool is empty. */
export function atOnce(bench: Bench): Measure {
  return {
    name: 'fresh',
    title: 'ours, at once after it is ready',
    async round() {
      const name = `lakeproof-bench-${randomUUID()}`;
      const sandbox = await Sandbox.start(bench.docker, settings(bench.image), name);
      const { sample } = await graded(bench, { sandbox, name }, bench.exercise.plain);
      bench.gathered.add('fresh', sample);
    },
  };
}

/** The first sandbox reads the image from the disk, and what it read counts as its memory: it is thrown away. */
export async function readImage(bench: Bench): Promise<void> {
  const { sandbox } = await warmSandbox(bench);
  await sandbox.discard();
}

async function warmSandbox({ docker, image }: Bench) {
  const name = `lakeproof-bench-${randomUUID()}`;
  const began = performance.now();
  const sandbox = await Sandbox.start(docker, settings(image), name);
  const readySeconds = (performance.now() - began) / 1000;
  const { cpuSeconds: readyCpuSeconds } = await usageOf(docker, name);
  const idle = await untilIdle(docker, name);
  const start = {
    readySeconds,
    readyCpuSeconds,
    warmSeconds: (performance.now() - began) / 1000,
    warmCpuSeconds: idle.cpuSeconds,
  };
  return { sandbox, name, start };
}

/** What a warm sandbox costs that waits. */
async function rest({ docker, quick }: Bench, name: string): Promise<Sample> {
  const seconds = quick ? 2 : 5;
  const before = await usageOf(docker, name);
  await sleep(seconds * 1000);
  const after = await usageOf(docker, name);
  return { cores: (after.cpuSeconds - before.cpuSeconds) / seconds, memoryMiB: after.memoryMiB };
}

async function graded(
  { docker }: Bench,
  { sandbox, name }: { readonly sandbox: Sandbox; readonly name: string },
  job: SandboxJob,
): Promise<{ report: Report; sample: Sample }> {
  const before = await usageOf(docker, name);
  const following = follow(docker, name);
  const report = await sandbox.askedAt(performance.now()).grade(job);
  const used = await following.stop();
  await sandbox.removed;
  if (report.end.kind !== 'done') throw new Error(`A sandbox ended with ${JSON.stringify(report.end)}.`);
  return { report, sample: sampleOf(report, before, used) };
}

const sampleOf = ({ timing, variants }: Report, before: Usage, used: Usage): Sample => ({
  matrixSeconds: timing.total,
  matrixCpuSeconds: used.cpuSeconds - before.cpuSeconds,
  variantSeconds: timing.total / variants.length,
  firstResultSeconds: timing.firstResult,
  peakMiB: used.peakMiB,
});

/** A report as the baselines tell theirs. */
export function outcomesOf({ tests }: Report): Outcomes {
  const outcomes: Record<string, Record<string, string>> = {};
  for (const { variant, id, outcome } of tests) (outcomes[variant] ??= {})[id] = outcome;
  return outcomes;
}
