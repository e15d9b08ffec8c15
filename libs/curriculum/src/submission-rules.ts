import type { SandboxMode, SubmissionFile } from '@lakeproof/contracts';
import type { SandboxExercise } from './exercise.js';

/** A file a submission may not hold, and the sentence for its sender. */
export interface FileProblem {
  readonly path: string;
  readonly message: string;
}

/** What of an exercise decides which files it takes. */
export type Guarded = Pick<SandboxExercise, 'mode' | 'reference' | 'overlays' | 'visibleFiles' | 'editable'>;

interface FileRules {
  /** What is handed in takes the place of files of reference/: variants lay theirs over it on purpose. */
  readonly replacesCode: boolean;
  /** The tests that run are the exercise's own, and nothing that is sent may steer them. */
  readonly guardsTests: boolean;
}

const rules: Record<SandboxMode, FileRules> = {
  tests: { replacesCode: false, guardsTests: false },
  code: { replacesCode: true, guardsTests: true },
};

/** Files by which pytest lets a suite change how tests are found, run and reported. */
const steersPytest =
  /(^|\/)(conftest\.py|pytest\.ini|\.pytest\.ini|pytest\.toml|\.pytest\.toml|pyproject\.toml|tox\.ini|setup\.cfg)$/;

/**
 * What keeps these files from being graded: a file in the place of one under test, and where hidden
 * tests run, anything that steers them. An unchanged copy of a visible file is fine: people
 * send their whole folder.
 */
export function submissionProblems(exercise: Guarded, files: readonly SubmissionFile[]): FileProblem[] {
  const own = exercisePaths(exercise);
  return files.flatMap((file) => {
    if (isUnchangedCopy(exercise, file)) return [];
    const clash = [...own].find((path) => overlaps(path, file.path));
    if (clash)
      return [
        {
          path: file.path,
          message: `${file.path} stands in the place of ${clash}, which belongs to the exercise. Undo your change to it, or choose another name.`,
        },
      ];
    if (
      rules[exercise.mode].guardsTests &&
      steersPytest.test(file.path) &&
      !exercise.editable.includes(file.path)
    )
      return [
        {
          path: file.path,
          message: `${file.path} would change how the hidden tests run. Remove it from your submission.`,
        },
      ];
    return [];
  });
}

/** What goes into the sandbox: unchanged copies of visible files are there already. */
export const withoutCopies = (exercise: Guarded, files: readonly SubmissionFile[]): SubmissionFile[] =>
  files.filter((file) => !isUnchangedCopy(exercise, file));

const isUnchangedCopy = ({ visibleFiles }: Guarded, file: SubmissionFile) =>
  visibleFiles.some(({ path, content }) => path === file.path && content === file.content);

/** Every path of the code under test. */
function exercisePaths({ mode, reference, overlays, editable }: Guarded): Set<string> {
  const paths = [reference, ...overlays.values()].flat().map(({ path }) => path);
  return new Set(rules[mode].replacesCode ? paths.filter((path) => !editable.includes(path)) : paths);
}

/** The same path, a folder where a file must be, or a package that Python would import instead of a module. */
function overlaps(own: string, sent: string): boolean {
  const module = own.endsWith('.py') ? own.slice(0, -'.py'.length) : own;
  return (
    sent === own || sent.startsWith(`${own}/`) || own.startsWith(`${sent}/`) || sent.startsWith(`${module}/`)
  );
}
