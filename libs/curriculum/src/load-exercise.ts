import { basename, resolve } from 'node:path';
import { type ExerciseMode, inSandbox, slugSchema } from '@lakeproof/contracts';
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
const ofSandbox = [...everywhere, 'reference', 'starter', 'variants'];
/** What may lie in an exercise's folder, and what messages call the exercise. */
const folders: Record<ExerciseMode, { readonly parts: readonly string[]; readonly called: string }> = {
  tests: { parts: ofSandbox, called: 'an exercise' },
  code: { parts: ofSandbox, called: 'an exercise' },
  quiz: { parts: everywhere, called: 'a quiz' },
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
  if (inSandbox(fields)) {
    const part = await loadSandboxPart(place, fields);
    const mutants = part.variants.filter(({ kind }) => kind === 'mutant').map(({ name }) => name);
    const exercise = { ...common, ...part, golden: await readGolden(place, mutants) };
    return { ...exercise, digest: exerciseDigest(exercise) };
  }
  const { mode, questions } = fields;
  const golden = await readGolden(
    place,
    questions.map(({ id }) => id),
  );
  const quiz = { ...common, mode, questions, golden };
  return { ...quiz, digest: exerciseDigest(quiz) };
}

async function checkName(place: Place, slug: string): Promise<void> {
  if (!slugSchema.safeParse(slug).success)
    throw fileError(place.label, "must be lower-case words joined by hyphens: the folder's name is the slug");
  if (!(await entriesOf(place))) throw fileError(place.label, 'is missing: there is no such folder');
}

async function checkParts(place: Place, mode: ExerciseMode): Promise<void> {
  const { parts, called } = folders[mode];
  const entries = (await entriesOf(place)) ?? [];
  const stranger = entries.find(({ name }) => !parts.includes(name));
  if (stranger)
    throw fileError(
      inside(place, stranger.name).label,
      `is no part of ${called} (${parts.join(', ')}): rename or remove it`,
    );
}
