import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { daysRoute } from '../learn/routes.js';
import { loginRoute } from '../login/routes.js';
import { offerRoute } from '../offer/routes.js';
import { readingRoutes } from '../reading/routes.js';
import { stepRoute } from '../step/routes.js';
import { ErrorPage } from '../frame/ErrorPage.js';
import { adminLayout, publicLayout, signedInLayout, trainerLayout } from '../frame/layouts.js';
import { PageSkeleton } from '../frame/PageSkeleton.js';
import { rootRoute } from '../frame/root-route.js';
import { watchSession } from '../session/signed-out.js';

const routeTree = rootRoute.addChildren([
  publicLayout.addChildren([offerRoute, loginRoute, ...readingRoutes]),
  signedInLayout.addChildren([
    daysRoute,
    stepRoute,
    trainerLayout.addChildren([]),
    adminLayout.addChildren([]),
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { queryClient },
    defaultErrorComponent: ErrorPage,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 250,
    scrollRestoration: true,
  });
  watchSession(queryClient, router);
  return router;
}
