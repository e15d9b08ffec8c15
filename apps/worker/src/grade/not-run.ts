import type { Report, Verdict } from '@lakeproof/contracts';
import { verdictOf } from '@lakeproof/grading';

/** The verdict on a submission that could not be run: ours is the fault. */
export const notRun = (rubric: Parameters<typeof verdictOf>[0], detail: string, queued: number): Verdict =>
  verdictOf(rubric, emptyReport(detail), { queued });

const emptyReport = (detail: string): Report => ({
  collected: [],
  tests: [],
  variants: [],
  notes: [],
  end: { kind: 'broken', detail },
  timing: { started: 0, firstResult: 0, total: 0 },
});
