import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { isNotSignedIn } from './api/errors.js';
import {
  articleQuery,
  curriculumQuery,
  exerciseQuery,
  lessonQuery,
  meQuery,
  outlineQuery,
  referenceQuery,
  templatesQuery,
} from './api/queries.js';
import { StepPage } from './learn/StepPage.js';
import { isLesson } from './reading/day-steps.js';
import { LandingPage } from './landing/LandingPage.js';
import { PageSkeleton } from './shell/PageSkeleton.js';
import { ErrorPage, NotFoundPage } from './shell/ErrorPage.js';

export interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: ErrorPage,
  notFoundComponent: () => <NotFoundPage />,
});

const landingRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: LandingPage });

/** Only addresses of this site: a link from elsewhere must not choose where one lands after signing in. */
const nextSchema = z
  .string()
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined);

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: z.object({ next: nextSchema }),
  component: lazyRouteComponent(() => import('./login/LoginPage.js'), 'LoginPage'),
});

/** Everything below needs a session; without one, it leads to the login and back. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.query({ ...meQuery, staleTime: 'static' }) };
    } catch (error) {
      if (isNotSignedIn(error)) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
        throw redirect({ to: '/login', search: { next: location.href } });
      }
      throw error;
    }
  },
});

const learnRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/learn',
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.query({ ...curriculumQuery, staleTime: 'static' }),
      queryClient.query({ ...outlineQuery, staleTime: 'static' }),
      queryClient.query({ ...templatesQuery, staleTime: 'static' }),
    ]),
  component: lazyRouteComponent(() => import('./learn/LearnPage.js'), 'LearnPage'),
});

/** A lesson or an exercise: which of the two, the outline knows. */
const stepRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/learn/$day/$exercise',
  validateSearch: z.object({ submission: z.uuid().optional().catch(undefined) }),
  loader: async ({ context: { queryClient }, params: { day, exercise: slug } }) => {
    const outline = await queryClient.query({ ...outlineQuery, staleTime: 'static' });
    if (isLesson(outline, day, slug)) {
      await queryClient.query({ ...lessonQuery(day, slug), staleTime: 'static' });
      return { kind: 'lesson' } as const;
    }
    await queryClient.query({ ...exerciseQuery(slug), staleTime: 'static' });
    return { kind: 'exercise' } as const;
  },
  component: StepPage,
});

const curriculumRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/curriculum',
  loader: ({ context }) => context.queryClient.query({ ...outlineQuery, staleTime: 'static' }),
  component: lazyRouteComponent(() => import('./reading/CurriculumPage.js'), 'CurriculumPage'),
});

const articlesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/articles',
  loader: ({ context }) => context.queryClient.query({ ...outlineQuery, staleTime: 'static' }),
  component: lazyRouteComponent(() => import('./reading/ArticlesPage.js'), 'ArticlesPage'),
});

const articleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/articles/$slug',
  loader: async ({ context, params }) => {
    await context.queryClient.query({ ...articleQuery(params.slug), staleTime: 'static' });
  },
  component: lazyRouteComponent(() => import('./reading/ArticlePage.js'), 'ArticlePage'),
});

const referenceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reference/$slug',
  loader: async ({ context, params }) => {
    await context.queryClient.query({ ...referenceQuery(params.slug), staleTime: 'static' });
  },
  component: lazyRouteComponent(() => import('./reading/ReferencePage.js'), 'ReferencePage'),
});

const routeTree = rootRoute.addChildren([
  landingRoute,
  loginRoute,
  curriculumRoute,
  articlesRoute,
  articleRoute,
  referenceRoute,
  signedInRoute.addChildren([learnRoute, stepRoute]),
]);

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 250,
    scrollRestoration: true,
  });
