import { getRouteApi, lazyRouteComponent } from '@tanstack/react-router';
import { ExercisePage } from './ExercisePage.js';

const route = getRouteApi('/signed-in/learn/$day/$exercise');
const LessonPage = lazyRouteComponent(() => import('../reading/LessonPage.js'), 'LessonPage');

/** A step of a day: a lesson is read, an exercise is worked on. */
export function StepPage() {
  const { kind } = route.useLoaderData();
  return kind === 'lesson' ? <LessonPage /> : <ExercisePage />;
}
