import { reasonSentence, type Reason, type Rubric, type Verdict } from '@lakeproof/contracts';

/**
 * The verdict on a submission that never reached a sandbox: every variant is `not-run`.
 * @param place what exactly was wrong: follows the reason's own sentence, or, of a failure, says all there is to do
 */
export function unrunVerdict(
  rubric: Pick<Rubric, 'points' | 'variants'>,
  state: 'rejected' | 'failed',
  reason: Reason,
  place: string,
  notes: readonly string[] = [],
): Verdict {
  return {
    state,
    reason,
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
    timing: { queued: 0, started: 0, firstResult: 0, total: 0 },
    message: state === 'failed' ? place : `${reasonSentence[reason]}\n${place}`,
    notes: [...notes],
  };
}
