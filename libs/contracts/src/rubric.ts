import type { ExerciseLimits } from './limits.js';
import type { SandboxMode } from './mode.js';
import type { Variant } from './variant.js';

/** Mode `code`: a test in reference/ the learner's code has to pass. `test_a.py::test_x` covers its parametrized cases. */
export interface HiddenTest {
  readonly id: string;
  readonly weight: number;
}

/** What grading has to know of an exercise to turn a report into a verdict. */
export interface Rubric {
  readonly mode: SandboxMode;
  readonly points: number;
  readonly variants: readonly Variant[];
  /** Mode `code` alone: what is scored. A list, because a report could leave out the tests that failed. */
  readonly hiddenTests?: readonly HiddenTest[];
  /** By which a variant that met its own limit is told from one that the end of all time cut short. */
  readonly limits?: Pick<ExerciseLimits, 'seconds' | 'variantSeconds'>;
}
