import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, lazyRouteComponent } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { exerciseQuery } from '../learn/queries.js';
import { NewerExercise } from './NewerExercise.js';

const route = getRouteApi('/signed-in/learn/$day/$exercise');
const WorkspacePage = lazyRouteComponent(() => import('../workspace/WorkspacePage.js'), 'WorkspacePage');
const QuizPage = lazyRouteComponent(() => import('../quiz/QuizPage.js'), 'QuizPage');

/** The page of an exercise, by its mode. */
export function ExercisePage(): ReactElement {
  const { exercise: slug } = route.useParams();
  const { cohort } = route.useRouteContext();
  const { data: exercise } = useSuspenseQuery(exerciseQuery(slug, cohort?.id));
  // Files, answers, drafts and what is being sent belong to one exercise: another one starts afresh.
  switch (exercise.mode) {
    case 'tests':
    case 'code':
      return <WorkspacePage key={slug} exercise={exercise} />;
    case 'quiz':
      return <QuizPage key={slug} quiz={exercise} />;
    case 'unknown':
      return <NewerExercise exercise={exercise} />;
  }
}
