import { type ProblemCode, problemSchema } from '@lakeproof/contracts';
import { z } from 'zod';

/** A problem as an open tab reads it: the API may know codes by now that the tab doesn't. */
export const toldProblemSchema = problemSchema.extend({ code: z.string() });
type ToldProblem = z.infer<typeof toldProblemSchema>;

/** Lakeproof answered with a problem: `message` is its sentence, which says what to do. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(readonly problem: ToldProblem) {
    super(problem.detail);
  }
}

/** No answer came: the network is gone, or the server is restarting. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
  constructor(options?: ErrorOptions) {
    super('Lakeproof could not be reached. Check your connection, then try again.', options);
  }
}

/** An answer came that this version of the page does not understand. */
export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError';
  constructor(options?: ErrorOptions) {
    super(
      'Lakeproof answered in a way this page does not understand. Reload it to get the newest version.',
      options,
    );
  }
}

const isProblem = (error: unknown, code: ProblemCode): boolean =>
  error instanceof ProblemError && error.problem.code === code;

export const isNotSignedIn = (error: unknown): boolean => isProblem(error, 'not-signed-in');

export const isNotFound = (error: unknown): boolean => isProblem(error, 'not-found');

/** Whether the same request may well succeed in a moment. */
export function isTemporary(error: unknown): boolean {
  if (error instanceof UnreachableError) return true;
  return error instanceof ProblemError && (error.problem.status === 429 || error.problem.status >= 500);
}

/** What a person reads, whatever went wrong. */
export function sentenceOf(error: unknown): string {
  if (
    error instanceof ProblemError ||
    error instanceof UnreachableError ||
    error instanceof UnexpectedAnswerError
  )
    return error.message;
  return 'Something broke on this page. Reload it; your files are kept in this browser.';
}
