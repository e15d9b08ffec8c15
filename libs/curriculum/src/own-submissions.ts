import type { SubmissionFile } from '@lakeproof/contracts';
import { entriesOf, filesUnder, inside } from './content-files.js';
import type { Place } from './content-files.js';
import { fileError } from './exercise-error.js';
import type { Exercise } from './exercise.js';
import { checkSubmittable } from './submittable.js';

/**
 * The submissions an exercise brings along, by the names golden.json gives them: `solution`, then
 * `samples/<name>` in the order of names.
 * @throws ExerciseError when the solution is missing or one of them could not be submitted
 */
export async function ownSubmissions(exercise: Exercise): Promise<Map<string, readonly SubmissionFile[]>> {
  const samples = inside(exercise.place, 'samples');
  const names = ((await entriesOf(samples)) ?? []).map(({ name }) => `samples/${name}`);
  const submissions = new Map<string, readonly SubmissionFile[]>();
  for (const name of ['solution', ...names]) {
    const place = inside(exercise.place, name);
    const files = await readTextFiles(place);
    checkSubmittable(exercise, files, place);
    submissions.set(name, files);
  }
  return submissions;
}

/**
 * The files of a folder as a submission, caches left out. Links and files that aren't text are refused.
 * @throws ExerciseError naming the file
 */
export async function readSubmission(dir: string, label = dir): Promise<SubmissionFile[]> {
  return readTextFiles({ path: dir, label });
}

async function readTextFiles(place: Place): Promise<SubmissionFile[]> {
  const files = await filesUnder(place);
  if (files.length === 0)
    throw fileError(place.label, 'is missing or empty: it must hold the files to grade');
  return files.map(({ path, content }) => {
    if (typeof content !== 'string') throw fileError(inside(place, path).label, 'must be UTF-8 text');
    return { path, content };
  });
}
