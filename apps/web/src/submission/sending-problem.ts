import { isUnderWay, type SubmissionSummary } from '@lakeproof/contracts';
import { ProblemError, sentenceOf } from '../api/errors.js';

/** Why a submission was not taken in. */
export interface SendingProblem {
  readonly sentence: string;
  /** The submission that has to end first. */
  readonly underWay?: string;
}

export function sendingProblem(error: unknown): SendingProblem {
  const sentence = sentenceOf(error);
  if (!(error instanceof ProblemError) || error.problem.code !== 'under-way') return { sentence };
  const { submission } = error.problem;
  return submission === undefined ? { sentence } : { sentence, underWay: submission };
}

/** Whether it still says the truth: not when what was under way has ended since. */
export const stands = (
  { underWay }: SendingProblem,
  submissions: readonly (Pick<SubmissionSummary, 'state'> & { readonly id: string })[],
): boolean => !submissions.some(({ id, state }) => id === underWay && !isUnderWay(state));
