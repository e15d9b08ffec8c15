import type { Report, Rubric } from '@lakeproof/contracts';
import { verdictOf } from '@lakeproof/grading';
import type { Outcome } from './sandbox-run.js';

/** The outcome of a submission that could not be run: ours is the fault. */
export const notRun = (rubric: Rubric, detail: string, queued: number): Outcome => ({
  verdict: verdictOf(rubric, emptyReport(detail), { queued }),
  integrity: [],
  detail,
});

const emptyReport = (detail: string): Report => ({
  collected: [],
  tests: [],
  variants: [],
  notes: [],
  end: { kind: 'broken', detail },
  timing: { started: 0, firstResult: 0, total: 0 },
});
