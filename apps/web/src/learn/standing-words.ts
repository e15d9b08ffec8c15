import type { CurriculumView, ExerciseSummary } from '@lakeproof/contracts';

/** Points reached and to be had, of some exercises. */
export function pointsOf(exercises: readonly Pick<ExerciseSummary, 'points' | 'standing'>[]) {
  return exercises.reduce(
    (sum, { points, standing }) => ({ reached: sum.reached + (standing.points ?? 0), all: sum.all + points }),
    { reached: 0, all: 0 },
  );
}

/**
 * The exercise to go on with: the first in which there is more to reach. Of a quiz the first answers count, so there is
 * none after them. Undefined when nothing is left.
 */
export function nextOf(days: CurriculumView['days']): { day: string; exercise: ExerciseSummary } | undefined {
  for (const day of days) {
    const exercise = day.exercises.find(
      ({ mode, standing: { bestScore } }) => bestScore === null || (bestScore < 1 && mode !== 'quiz'),
    );
    if (exercise) return { day: day.slug, exercise };
  }
  return undefined;
}

export type Progress = 'new' | 'tried' | 'begun' | 'full';

/** How far one is with an exercise. `tried`: attempts, but none graded yet. */
export function progressOf({
  standing: { attempts, bestScore },
}: Pick<ExerciseSummary, 'standing'>): Progress {
  if (bestScore === null) return attempts === 0 ? 'new' : 'tried';
  return bestScore >= 1 ? 'full' : 'begun';
}

export const attemptsWord = (attempts: number): string =>
  attempts === 1 ? '1 attempt' : `${attempts} attempts`;
