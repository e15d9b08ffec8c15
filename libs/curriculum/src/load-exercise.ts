import { basename, resolve } from 'node:path';
import { slugSchema } from '@lakeproof/contracts';
import { entriesOf, inside, textOf } from './content-files.js';
import type { Place } from './content-files.js';
import { exerciseDigest } from './digest.js';
import { fileError } from './exercise-error.js';
import { exerciseSchema } from './exercise-schema.js';
import type { Exercise } from './exercise.js';
import { readGolden } from './golden.js';
import { readJson } from './json-file.js';
import { loadSandboxPart } from './load-sandbox-part.js';

const everywhere = ['README.md', 'exercise.json', 'golden.json', 'samples', 'solution'];
const parts = {
  tests: [...everywhere, 'reference', 'starter', 'variants'],
  code: [...everywhere, 'reference', 'starter', 'variants'],
  quiz: everywhere,
};

/**
 * Reads and checks one exercise.
 * @param dir its folder
 * @param label what messages call the folder; its name unless told
 * @throws ExerciseError naming file and field of everything that is wrong
 */
export async function loadExercise(dir: string, label = basename(resolve(dir))): Promise<Exercise> {
  const place: Place = { path: dir, label };
  const slug = basename(resolve(dir));
  await checkName(place, slug);
  const fields = await readJson(inside(place, 'exercise.json'), exerciseSchema);
  await checkParts(place, fields.mode);
  const readme = await textOf(inside(place, 'README.md'));
  if (readme.trim() === '') throw fileError(inside(place, 'README.md').label, 'is empty: write the task');
  const { title, concepts, minutes, points } = fields;
  const common = { slug, place, title, concepts, minutes, points, readme };
  if (fields.mode === 'quiz') {
    const { mode, questions } = fields;
    const golden = await readGolden(
      place,
      questions.map(({ id }) => id),
    );
    const quiz = { ...common, mode, questions, golden };
    return { ...quiz, digest: exerciseDigest(quiz) };
  }
  const part = await loadSandboxPart(place, fields);
  const mutants = part.variants.filter(({ kind }) => kind === 'mutant').map(({ name }) => name);
  const exercise = { ...common, ...part, golden: await readGolden(place, mutants) };
  return { ...exercise, digest: exerciseDigest(exercise) };
}

async function checkName(place: Place, slug: string): Promise<void> {
  if (!slugSchema.safeParse(slug).success)
    throw fileError(place.label, "must be lower-case words joined by hyphens: the folder's name is the slug");
  if (!(await entriesOf(place))) throw fileError(place.label, 'is missing: there is no such folder');
}

async function checkParts(place: Place, mode: Exercise['mode']): Promise<void> {
  const entries = (await entriesOf(place)) ?? [];
  const stranger = entries.find(({ name }) => !parts[mode].includes(name));
  if (stranger)
    throw fileError(
      inside(place, stranger.name).label,
      `is no part of ${mode === 'quiz' ? 'a quiz' : 'an exercise'} (${parts[mode].join(', ')}): rename or remove it`,
    );
}
