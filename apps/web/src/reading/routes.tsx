import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { publicLayout } from '../frame/layouts.js';
import { articleQuery, outlineQuery, referenceQuery } from './queries.js';

const curriculumRoute = createRoute({
  getParentRoute: () => publicLayout,
  path: '/curriculum',
  loader: ({ context }) => context.queryClient.query({ ...outlineQuery, staleTime: 'static' }),
  component: lazyRouteComponent(() => import('./CurriculumPage.js'), 'CurriculumPage'),
});

const articlesRoute = createRoute({
  getParentRoute: () => publicLayout,
  path: '/articles',
  loader: ({ context }) => context.queryClient.query({ ...outlineQuery, staleTime: 'static' }),
  component: lazyRouteComponent(() => import('./ArticlesPage.js'), 'ArticlesPage'),
});

const articleRoute = createRoute({
  getParentRoute: () => publicLayout,
  path: '/articles/$slug',
  loader: async ({ context, params }) => {
    await context.queryClient.query({ ...articleQuery(params.slug), staleTime: 'static' });
  },
  component: lazyRouteComponent(() => import('./ArticlePage.js'), 'ArticlePage'),
});

const referenceRoute = createRoute({
  getParentRoute: () => publicLayout,
  path: '/reference/$slug',
  loader: async ({ context, params }) => {
    await context.queryClient.query({ ...referenceQuery(params.slug), staleTime: 'static' });
  },
  component: lazyRouteComponent(() => import('./ReferencePage.js'), 'ReferencePage'),
});

export const readingRoutes = [curriculumRoute, articlesRoute, articleRoute, referenceRoute] as const;
