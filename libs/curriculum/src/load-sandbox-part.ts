import type { SandboxFile, SubmissionFile } from '@lakeproof/contracts';
import { filesUnder, inside } from './content-files.js';
import type { Place } from './content-files.js';
import { ExerciseError, fileError } from './exercise-error.js';
import type { ContentProblem } from './exercise-error.js';
import type { SandboxExerciseJson } from './exercise-schema.js';
import type { SandboxExercise } from './exercise.js';
import { overlayProblems, readOverlays } from './overlays.js';
import { checkSubmittable } from './submittable.js';

/** What an exercise has because it is graded in a sandbox. */
type SandboxPart = Pick<
  SandboxExercise,
  | 'mode'
  | 'engine'
  | 'limits'
  | 'variants'
  | 'hiddenTests'
  | 'editable'
  | 'visibleFiles'
  | 'starterFiles'
  | 'reference'
  | 'overlays'
>;

/**
 * Reads reference/, starter/ and variants/, and holds exercise.json against them.
 * @throws ExerciseError naming file and field of everything that is wrong
 */
export async function loadSandboxPart(place: Place, fields: SandboxExerciseJson): Promise<SandboxPart> {
  const reference = await filesUnder(inside(place, 'reference'));
  const starter = await filesUnder(inside(place, 'starter'));
  const overlays = await readOverlays(place);
  const hiddenTests = 'hiddenTests' in fields ? fields.hiddenTests : [];

  const problems = [
    ...fileProblems(fields, reference, starter),
    ...hiddenTests.flatMap(({ id }, index) =>
      has(reference, id.split('::')[0] ?? '')
        ? []
        : [{ field: `hiddenTests.${String(index)}.id`, problem: `"${id}" is in no file of reference/` }],
    ),
    ...overlayProblems(fields.variants, overlays, reference),
  ];
  if (problems.length > 0) throw new ExerciseError(inside(place, 'exercise.json').label, problems);

  const { mode, engine, limits, variants, editable } = fields;
  const part = {
    ...{ mode, engine, limits, variants, hiddenTests, editable, reference, overlays },
    visibleFiles: pick(reference, fields.visible, inside(place, 'reference')),
    starterFiles: pick(starter, editable, inside(place, 'starter')),
  };
  checkSubmittable(part, part.starterFiles, inside(place, 'starter'));
  return part;
}

const has = (files: readonly SandboxFile[], path: string) => files.some((file) => file.path === path);

function fileProblems(
  { visible, editable }: SandboxExerciseJson,
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
