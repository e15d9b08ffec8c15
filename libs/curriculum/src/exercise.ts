import type {
  Engine,
  ExerciseLimits,
  ExerciseMode,
  HiddenTest,
  Question,
  SandboxFile,
  SandboxMode,
  SubmissionFile,
  Variant,
} from '@lakeproof/contracts';
import type { Place } from './content-files.js';
import type { Golden } from './golden.js';

interface Exercises {
  readonly tests: SandboxExercise;
  readonly code: SandboxExercise;
  readonly quiz: Quiz;
}
/** An exercise that was read and checked, of any mode. */
export type Exercise = Exercises[ExerciseMode];

interface Common {
  /** The folder's name. */
  readonly slug: string;
  readonly place: Place;
  readonly title: string;
  readonly concepts: readonly string[];
  readonly minutes: number;
  readonly points: number;
  /** README.md, as written. */
  readonly readme: string;
  /** Undefined until the exercise was verified for the first time. */
  readonly golden: Golden | undefined;
  /** What its grades depend on: see `exerciseDigest`. */
  readonly digest: string;
}

/** One that is graded in a sandbox: the learner writes tests, or code for hidden tests. */
export interface SandboxExercise extends Common {
  readonly mode: SandboxMode;
  readonly engine: Engine;
  readonly limits: ExerciseLimits;
  readonly variants: readonly Variant[];
  /** Mode `code` alone; else empty. */
  readonly hiddenTests: readonly HiddenTest[];
  /** Files of starter/ the learner sends back. */
  readonly editable: readonly string[];
  /** Files of reference/ the learner sees. */
  readonly visibleFiles: readonly SubmissionFile[];
  /** What the editor opens with. */
  readonly starterFiles: readonly SubmissionFile[];
  /** All of reference/, hidden files too. */
  readonly reference: readonly SandboxFile[];
  /** By variant; `reference` and variants that differ by `conf` alone have none. */
  readonly overlays: ReadonlyMap<string, readonly SandboxFile[]>;
}

/** Questions, graded at once without a sandbox. */
export interface Quiz extends Common {
  readonly mode: 'quiz';
  readonly questions: readonly Question[];
}
