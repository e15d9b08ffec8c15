import { reasonSentence, type Reason, type Rubric, type Verdict } from '@lakeproof/contracts';

export interface Unrun {
  readonly state: 'rejected' | 'failed';
  readonly reason: Reason;
  /** What exactly was wrong: follows the reason's own sentence, or, of a failure, says all there is to say. */
  readonly place: string;
  readonly notes?: readonly string[];
  /** Seconds it had waited. */
  readonly queued?: number;
}

/** The verdict on a submission that no sandbox has run: every variant is `not-run`. */
export const unrunVerdict = (
  rubric: Pick<Rubric, 'points' | 'variants'>,
  { state, reason, place, notes = [], queued = 0 }: Unrun,
): Verdict => ({
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
  timing: { queued: Math.round(queued * 1000) / 1000, started: 0, firstResult: 0, total: 0 },
  message: state === 'failed' ? place : `${reasonSentence[reason]}\n${place}`,
  notes: [...notes],
});
