import type { CurriculumView, ExerciseSummary } from '@lakeproof/contracts';

/** Points reached and to be had, of some exercises. */
export function pointsOf(exercises: readonly Pick<ExerciseSummary, 'points' | 'standing'>[]) {
  return exercises.reduce(
    (sum, { points, standing }) => ({ reached: sum.reached + (standing.points ?? 0), all: sum.all + points }),
    { reached: 0, all: 0 },
  );
}

/** Which attempt is the grade. Where it is the first, there is no more to reach after it. */
const counts: Record<ExerciseSummary['mode'], 'best' | 'first'> = {
  tests: 'best',
  code: 'best',
  quiz: 'first',
  unknown: 'best',
};

/** The exercise to go on with: the first in which there is more to reach. Undefined when nothing is left. */
export function nextOf(days: CurriculumView['days']): { day: string; exercise: ExerciseSummary } | undefined {
  for (const day of days) {
    const exercise = day.exercises.find(
      ({ mode, standing: { bestScore } }) => bestScore === null || (bestScore < 1 && counts[mode] === 'best'),
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
