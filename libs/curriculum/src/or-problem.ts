import { ExerciseError } from './exercise-error.js';

type Tried<T> = { value: T; problem?: undefined } | { value?: undefined; problem: string };

/** What was loaded, or what the author has to mend. Other errors are ours, and stay errors. */
export async function orProblem<T>(load: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await load() };
  } catch (error) {
    if (error instanceof ExerciseError) return { problem: error.message };
    throw error;
  }
}

/** The same of many: those that were loaded, in their order, and all problems. */
export async function eachOrProblem<T>(
  slugs: readonly string[],
  load: (slug: string) => Promise<T>,
): Promise<{ values: T[]; problems: string[] }> {
  const tried = await Promise.all(slugs.map((slug) => orProblem(() => load(slug))));
  return {
    values: tried.flatMap(({ value }) => (value === undefined ? [] : [value])),
    problems: tried.flatMap(({ problem }) => problem ?? []),
  };
}
