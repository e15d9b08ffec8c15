/** One thing to mend in a content file. */
export interface ContentProblem {
  /** `variants.3.concept`; empty for the file as a whole. */
  readonly field: string;
  readonly problem: string;
}

/** Content that can't be used: names the file and, one a line, each field and what is wrong with it. */
export class ExerciseError extends Error {
  override readonly name = 'ExerciseError';

  constructor(
    readonly file: string,
    readonly problems: readonly ContentProblem[],
  ) {
    super(problems.map(({ field, problem }) => [file, field, problem].filter(Boolean).join(': ')).join('\n'));
  }
}

/** An error about a file as a whole. */
export const fileError = (file: string, problem: string): ExerciseError =>
  new ExerciseError(file, [{ field: '', problem }]);
