import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { signedInLayout } from '../frame/layouts.js';
import { exerciseQuery } from '../learn/queries.js';
import { isLesson } from '../reading/day-steps.js';
import { lessonQuery, outlineQuery } from '../reading/queries.js';
import { StepPage } from './StepPage.js';

/** A lesson or an exercise: which of the two, the outline knows. */
export const stepRoute = createRoute({
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
