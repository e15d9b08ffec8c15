import { reasonSentence } from '@lakeproof/contracts';
import { unrunVerdict } from '@lakeproof/grading';
import type { Listed } from './plan.js';
import type { Outcome } from './sandbox-run.js';

/** The outcome of a submission that could not be run, or whose report could not be judged: ours is the fault. */
export const notRun = (rubric: Listed, detail: string, queued: number): Outcome => ({
  verdict: unrunVerdict(rubric, {
    state: 'failed',
    reason: 'infrastructure',
    place: reasonSentence.infrastructure,
    queued,
  }),
  integrity: [],
  detail,
});
