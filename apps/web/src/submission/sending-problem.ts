import { isUnderWay, type SubmissionFile, type SubmissionSummary } from '@lakeproof/contracts';
import { ProblemError, sentenceOf } from '../api/errors.js';

/** Why a submission was not taken in. */
export interface SendingProblem {
  readonly sentence: string;
  /** The submission that has to end first. */
  readonly underWay?: string;
}

type Sent = readonly Pick<SubmissionFile, 'path'>[];

export function sendingProblem(error: unknown, files: Sent): SendingProblem {
  const sentence = sentenceOf(error);
  if (!(error instanceof ProblemError)) return { sentence };
  const { code, submission, errors = [] } = error.problem;
  if (code === 'under-way' && submission !== undefined) return { sentence, underWay: submission };
  const refused = errors.map(({ path, message }) => ({ path: path.split('.'), message }));
  return refused.some(({ path }) => fileAt(path, files)) ? notSent(refused, files) : { sentence };
}

/** @param refused what a contract found, at its place in the request; the first is told */
export function notSent(
  refused: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  files: Sent,
): SendingProblem {
  const first = refused.find(({ path }) => fileAt(path, files)) ?? refused[0];
  if (!first) return { sentence: 'Not sent: the files can not be taken as they are.' };
  const file = fileAt(first.path, files);
  return { sentence: `Not sent: ${file ? `${shortened(file.path)} ` : ''}${first.message}.` };
}

/** `files`, then which of them. */
const fileAt = ([list, index]: readonly PropertyKey[], files: Sent) =>
  list === 'files' && index !== undefined ? files[Number(index)] : undefined;

/** A name may be what is too long. */
const shortened = (path: string): string => {
  if (path === '') return 'a name';
  const letters = Array.from(path);
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : path;
};

/** Whether it still says the truth: not when what was under way has ended since. */
export const stands = (
  { underWay }: SendingProblem,
  submissions: readonly (Pick<SubmissionSummary, 'state'> & { readonly id: string })[],
): boolean => !submissions.some(({ id, state }) => id === underWay && !isUnderWay(state));
