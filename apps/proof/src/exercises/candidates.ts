import { createHash } from 'node:crypto';
import { ExerciseError, ownSubmissions, submissionDigest, type Exercise } from '@lakeproof/curriculum';
import { inSandbox, type SubmissionFiles } from '@lakeproof/contracts';
import type { Item } from '../stamps/stamp.js';
import { catalogueWith, unavailable } from './catalogue.js';
import { placeholderProblems } from './placeholders.js';
import type { Candidate } from './verify-exercise.js';

/** What could be verified, and what is broken before anything has run. */
export interface Candidates {
  readonly ready: readonly Candidate[];
  readonly problems: readonly string[];
}

/**
 * Reads the exercises of these names, all unless told, with their own submissions.
 *
 * @throws SentenceError for a name that is no exercise, and when curriculum.json can't be used
 */
export async function candidatesIn(dir: string, slugs: readonly string[]): Promise<Candidates> {
  const catalogue = await catalogueWith(dir, slugs);
  const wanted = (slug: string) => slugs.length === 0 || slugs.includes(slug);
  const ready: Candidate[] = [];
  const problems = slugs.length === 0 ? [...catalogue.problems] : unavailable(catalogue, wanted);
  for (const { exercises } of catalogue.days)
    for (const exercise of exercises.filter(({ slug }) => wanted(slug)))
      try {
        const submissions = await ownSubmissions(exercise);
        const unwritten = await placeholderProblems(exercise, submissions);
        if (unwritten.length > 0) {
          problems.push(`${exercise.slug} is not written yet:\n${unwritten.join('\n')}`);
          continue;
        }
        ready.push({
          exercise,
          submissions,
          dayVariants: exercises.flatMap((other) => (inSandbox(other) ? other.variants : [])),
        });
      } catch (error) {
        if (!(error instanceof ExerciseError)) throw error;
        problems.push(error.message);
      }
  return { ready, problems };
}

/** An exercise's own submissions as a suite stamps them; what they must come to is a part of their content. */
export const itemsOf = ({ exercise, submissions }: Candidate): Item[] =>
  [...submissions].map(([name, files]) => ({
    name: `${exercise.slug}/${name}`,
    inputs: inputsOf(exercise, name, files),
    group: exercise.slug,
    isCore: name === 'solution',
  }));

function inputsOf(exercise: Exercise, name: string, files: SubmissionFiles): string {
  const golden = JSON.stringify(exercise.golden?.outcomes[name] ?? null);
  return createHash('sha256').update(submissionDigest(exercise, files)).update(golden).digest('hex');
}
