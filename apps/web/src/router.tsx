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
import { curriculumQuery, exerciseQuery, meQuery } from './api/queries.js';
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
  loader: ({ context }) => context.queryClient.query({ ...curriculumQuery, staleTime: 'static' }),
  component: lazyRouteComponent(() => import('./learn/LearnPage.js'), 'LearnPage'),
});

const exerciseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/learn/$day/$exercise',
  validateSearch: z.object({ submission: z.uuid().optional().catch(undefined) }),
  loader: async ({ context, params }) => {
    await context.queryClient.query({ ...exerciseQuery(params.exercise), staleTime: 'static' });
  },
  component: lazyRouteComponent(() => import('./workspace/WorkspacePage.js'), 'WorkspacePage'),
});

const routeTree = rootRoute.addChildren([
  landingRoute,
  loginRoute,
  signedInRoute.addChildren([learnRoute, exerciseRoute]),
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
