import { basename, resolve } from 'node:path';
import { slugSchema, submissionFilesSchema } from '@lakeproof/contracts';
import type { SandboxFile, SubmissionFile } from '@lakeproof/contracts';
import { entriesOf, filesUnder, inside, textOf } from './content-files.js';
import type { Place } from './content-files.js';
import { exerciseDigest } from './digest.js';
import { ExerciseError, fileError } from './exercise-error.js';
import type { ContentProblem } from './exercise-error.js';
import { exerciseSchema } from './exercise-schema.js';
import type { ExerciseJson } from './exercise-schema.js';
import type { Exercise } from './exercise.js';
import { readGolden } from './golden.js';
import { readJson } from './json-file.js';
import { overlayProblems, readOverlays } from './overlays.js';
import { submissionProblems } from './submission-rules.js';

const parts = new Set([
  'README.md',
  'exercise.json',
  'golden.json',
  'reference',
  'samples',
  'solution',
  'starter',
  'variants',
]);

/**
 * Reads and checks one exercise.
 * @param dir its folder
 * @param label what messages call the folder; its name unless told
 * @throws ExerciseError naming file and field of everything that is wrong
 */
export async function loadExercise(dir: string, label = basename(resolve(dir))): Promise<Exercise> {
  const place: Place = { path: dir, label };
  const slug = basename(resolve(dir));
  await checkFolder(place, slug);
  const json = inside(place, 'exercise.json');
  const fields = await readJson(json, exerciseSchema);
  const readme = await textOf(inside(place, 'README.md'));
  if (readme.trim() === '') throw fileError(inside(place, 'README.md').label, 'is empty: write the task');
  const reference = await filesUnder(inside(place, 'reference'));
  const starter = await filesUnder(inside(place, 'starter'));
  const overlays = await readOverlays(place);
  const hiddenTests = fields.mode === 'code' ? fields.hiddenTests : [];

  const problems = [
    ...fileProblems(fields, reference, starter),
    ...hiddenTests.flatMap(({ id }, index) =>
      has(reference, id.split('::')[0] ?? '')
        ? []
        : [{ field: `hiddenTests.${String(index)}.id`, problem: `"${id}" is in no file of reference/` }],
    ),
    ...overlayProblems(fields.variants, overlays, reference),
  ];
  if (problems.length > 0) throw new ExerciseError(json.label, problems);

  const { title, mode, engine, concepts, minutes, points, limits, variants, editable } = fields;
  const exercise = {
    ...{
      slug,
      place,
      title,
      mode,
      engine,
      concepts,
      minutes,
      points,
      limits,
      variants,
      hiddenTests,
      editable,
    },
    readme,
    visibleFiles: pick(reference, fields.visible, inside(place, 'reference')),
    starterFiles: pick(starter, editable, inside(place, 'starter')),
    reference,
    overlays,
    golden: await readGolden(place, variants),
  };
  checkSubmittable(exercise, exercise.starterFiles, inside(place, 'starter'));
  return { ...exercise, digest: exerciseDigest(exercise) };
}

async function checkFolder(place: Place, slug: string): Promise<void> {
  if (!slugSchema.safeParse(slug).success)
    throw fileError(place.label, "must be lower-case words joined by hyphens: the folder's name is the slug");
  const entries = await entriesOf(place);
  if (!entries) throw fileError(place.label, 'is missing: there is no such folder');
  const stranger = entries.find(({ name }) => !parts.has(name));
  if (stranger)
    throw fileError(
      inside(place, stranger.name).label,
      `is no part of an exercise (${[...parts].join(', ')}): rename or remove it`,
    );
}

const has = (files: readonly SandboxFile[], path: string) => files.some((file) => file.path === path);

function fileProblems(
  { visible, editable }: ExerciseJson,
  reference: readonly SandboxFile[],
  starter: readonly SandboxFile[],
): ContentProblem[] {
  const missing = (field: string, paths: readonly string[], folder: string, files: readonly SandboxFile[]) =>
    paths.flatMap((path, index) =>
      has(files, path)
        ? []
        : [{ field: `${field}.${String(index)}`, problem: `"${path}" is not in ${folder}/` }],
    );
  return [
    ...missing('visible', visible, 'reference', reference),
    ...missing('editable', editable, 'starter', starter),
    ...starter
      .filter(({ path }) => !editable.includes(path))
      .map(({ path }) => ({
        field: 'editable',
        problem: `starter/${path} is there, but not in the list: no learner would get it`,
      })),
  ];
}

/** The named files as text, in the order of `paths`, each of which is known to be there. */
function pick(files: readonly SandboxFile[], paths: readonly string[], folder: Place): SubmissionFile[] {
  return paths.map((path) => {
    const content = files.find((file) => file.path === path)?.content;
    if (typeof content !== 'string')
      throw fileError(inside(folder, path).label, 'must be UTF-8 text: learners see it');
    return { path, content };
  });
}

/** What learners start from must be something they may send. */
export function checkSubmittable(
  exercise: Parameters<typeof submissionProblems>[0],
  files: readonly SubmissionFile[],
  place: Place,
): void {
  const limits = submissionFilesSchema.safeParse(files);
  const problems = [
    ...(limits.success ? [] : limits.error.issues.map(({ message }) => message)),
    ...submissionProblems(exercise, files).map(({ message }) => message),
  ];
  if (problems.length > 0)
    throw new ExerciseError(
      place.label,
      problems.map((problem) => ({ field: '', problem })),
    );
}
