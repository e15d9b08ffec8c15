import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { signedInLayout } from '../frame/layouts.js';
import { isLesson } from '../reading/day-steps.js';
import { lessonQuery, outlineQuery } from '../reading/queries.js';
import { curriculumQuery, exerciseQuery, templatesQuery } from './queries.js';
import { StepPage } from './StepPage.js';

const daysRoute = createRoute({
  getParentRoute: () => signedInLayout,
  path: '/learn',
  loader: ({ context: { queryClient, cohort } }) =>
    Promise.all([
      queryClient.query({ ...curriculumQuery(cohort?.id), staleTime: 'static' }),
      queryClient.query({ ...outlineQuery, staleTime: 'static' }),
      queryClient.query({ ...templatesQuery, staleTime: 'static' }),
    ]),
  component: lazyRouteComponent(() => import('./LearnPage.js'), 'LearnPage'),
});

/** A lesson or an exercise: which of the two, the outline knows. */
const stepRoute = createRoute({
  getParentRoute: () => signedInLayout,
  path: '/learn/$day/$exercise',
  validateSearch: z.object({ submission: z.uuid().optional().catch(undefined) }),
  loader: async ({ context: { queryClient, cohort }, params: { day, exercise: slug } }) => {
    const outline = await queryClient.query({ ...outlineQuery, staleTime: 'static' });
    if (isLesson(outline, day, slug)) {
      await queryClient.query({ ...lessonQuery(day, slug), staleTime: 'static' });
      return { kind: 'lesson' } as const;
    }
    await queryClient.query({ ...exerciseQuery(slug, cohort?.id), staleTime: 'static' });
    return { kind: 'exercise' } as const;
  },
  component: StepPage,
});

export const learnRoutes = [daysRoute, stepRoute] as const;
