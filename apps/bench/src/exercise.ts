/** What the benchmark grades: an exercise kept beside this code, and the workshop's declarative pipeline. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inSandbox, type SandboxFile, type SandboxJob } from '@lakeproof/contracts';
import { gradingJob, loadExercise, readSubmission } from '@lakeproof/curriculum';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'exercise');
const pipelineFolder = join(root, '../../exercises/day-2-data-tests/sdp-expectations');

/**
 * Twelve versions and five tests. `udf`: the same in which one function is a Python UDF. `pipeline`: another
 * exercise, each version of which runs a declarative pipeline.
 */
export interface BenchExercise {
  readonly plain: SandboxJob;
  readonly udf: SandboxJob;
  readonly pipeline: SandboxJob;
  readonly variants: readonly string[];
  /** What a baseline's container is given: the files of the exercise, and the programs, by their paths. */
  readonly baselineFiles: Readonly<Record<string, string>>;
}

export async function benchExercise(): Promise<BenchExercise> {
  const plain = await solutionJob(folder);
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
    pipeline: await solutionJob(pipelineFolder),
    variants: plain.variants.map(({ name }) => name),
    baselineFiles: Object.fromEntries(files),
  };
}

async function solutionJob(exerciseFolder: string): Promise<SandboxJob> {
  const exercise = await loadExercise(exerciseFolder);
  if (!inSandbox(exercise)) throw new Error('The benchmark needs an exercise that runs in a sandbox.');
  return gradingJob(exercise, await readSubmission(join(exerciseFolder, 'solution')));
}

const replaced = (files: readonly SandboxFile[], by: readonly SandboxFile[]) => [
  ...files.filter(({ path }) => !by.some((other) => other.path === path)),
  ...by,
];

const under = (name: string, files: readonly SandboxFile[]): [string, string][] =>
  files.map(({ path, content }) => [`${name}/${path}`, Buffer.from(content as Uint8Array).toString('utf8')]);
