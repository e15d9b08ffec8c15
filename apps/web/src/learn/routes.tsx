import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInLayout } from '../frame/layouts.js';
import { outlineQuery } from '../reading/queries.js';
import { curriculumQuery, templatesQuery } from './queries.js';

export const daysRoute = createRoute({
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
