import { reasonSentence } from '@lakeproof/contracts';
import type { Listed } from './plan.js';
import type { Outcome } from './sandbox-run.js';

/**
 * The outcome of a submission that could not be run, or whose report could not be judged: ours is the fault.
 * Made without the grading library, which may be what broke.
 */
export const notRun = (rubric: Listed, detail: string, queued: number): Outcome => ({
  verdict: {
    state: 'failed',
    reason: 'infrastructure',
    score: null,
    points: null,
    maxPoints: rubric.points,
    tests: [],
    variants: rubric.variants.map((variant) => ({
      name: variant.name,
      kind: variant.kind,
      concept: variant.kind === 'mutant' ? variant.concept : null,
      outcome: 'not-run',
      caughtBy: [],
      cause: null,
    })),
    matrix: [],
    timing: { queued: Math.round(queued * 1000) / 1000, started: 0, firstResult: 0, total: 0 },
    message: reasonSentence.infrastructure,
    notes: [],
  },
  integrity: [],
  detail,
});
