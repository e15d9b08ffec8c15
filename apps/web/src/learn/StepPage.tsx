import { getRouteApi, lazyRouteComponent } from '@tanstack/react-router';

const route = getRouteApi('/signed-in/learn/$day/$exercise');
const LessonPage = lazyRouteComponent(() => import('../reading/LessonPage.js'), 'LessonPage');
const WorkspacePage = lazyRouteComponent(() => import('../workspace/WorkspacePage.js'), 'WorkspacePage');

/** A step of a day: a lesson is read, an exercise is worked on. */
export function StepPage() {
  const { kind } = route.useLoaderData();
  return kind === 'lesson' ? <LessonPage /> : <WorkspacePage />;
}
