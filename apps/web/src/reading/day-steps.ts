import type { DayStep, Outline } from '@lakeproof/contracts';

/** Whether an address below a day is a lesson's or its Monday page's. Anything else is taken for an exercise. */
export function isLesson({ days }: Pick<Outline, 'days'>, daySlug: string, slug: string): boolean {
  const day = days.find((one) => one.slug === daySlug);
  if (!day) return false;
  return day.lessons.some((lesson) => lesson.slug === slug) || day.monday?.slug === slug;
}

/** Where a step stands in its day: its place from 1, and its neighbours. Place 0: it is not among them. */
export function placeOf(steps: readonly DayStep[], slug: string) {
  const index = steps.findIndex((step) => step.slug === slug);
  return {
    place: index + 1,
    previous: index > 0 ? steps[index - 1] : undefined,
    next: index >= 0 ? steps[index + 1] : undefined,
  };
}
