/** The exercise of the benchmark: a folder in the format of exercises/, kept beside this code. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxFile, SandboxJob } from '@lakeproof/contracts';
import { gradingJob, loadExercise, readSubmission } from '@lakeproof/curriculum';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'exercise');

/** Twelve versions and five tests. `udf`: the same in which one function is a Python UDF. */
export interface BenchExercise {
  readonly plain: SandboxJob;
  readonly udf: SandboxJob;
  readonly variants: readonly string[];
  /** What a baseline's container is given: the files of the exercise, and the programs, by their paths. */
  readonly baselineFiles: Readonly<Record<string, string>>;
}

export async function benchExercise(): Promise<BenchExercise> {
  const exercise = await loadExercise(folder);
  if (exercise.mode === 'quiz') throw new Error('The benchmark needs an exercise that runs in a sandbox.');
  const plain = gradingJob(exercise, await readSubmission(join(folder, 'solution')));
  const udf = { ...plain, reference: replaced(plain.reference, await readSubmission(join(root, 'udf'))) };
  const programs = (await readdir(join(root, 'baselines'))).filter((name) => name.endsWith('.py'));
  const files: [string, string][] = [
    ...under('reference', plain.reference),
    ...under('solution', plain.submission),
    ...plain.variants.flatMap(({ name, overlay }) => under(`variants/${name}`, overlay)),
  ];
  for (const name of programs)
    files.push([`baselines/${name}`, await readFile(join(root, 'baselines', name), 'utf8')]);
  return {
    plain,
    udf,
    variants: plain.variants.map(({ name }) => name),
    baselineFiles: Object.fromEntries(files),
  };
}

const replaced = (files: readonly SandboxFile[], by: readonly SandboxFile[]) => [
  ...files.filter(({ path }) => !by.some((other) => other.path === path)),
  ...by,
];

const under = (name: string, files: readonly SandboxFile[]): [string, string][] =>
  files.map(({ path, content }) => [`${name}/${path}`, Buffer.from(content as Uint8Array).toString('utf8')]);
