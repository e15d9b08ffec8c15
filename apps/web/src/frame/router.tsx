import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { learnRoutes } from '../learn/routes.js';
import { loginRoute } from '../login/routes.js';
import { offerRoute } from '../offer/routes.js';
import { readingRoutes } from '../reading/routes.js';
import { ErrorPage } from './ErrorPage.js';
import { adminLayout, publicLayout, signedInLayout, trainerLayout } from './layouts.js';
import { PageSkeleton } from './PageSkeleton.js';
import { rootRoute } from './root-route.js';

const routeTree = rootRoute.addChildren([
  publicLayout.addChildren([offerRoute, loginRoute, ...readingRoutes]),
  signedInLayout.addChildren([...learnRoutes, trainerLayout.addChildren([]), adminLayout.addChildren([])]),
]);

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultErrorComponent: ErrorPage,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 250,
    scrollRestoration: true,
  });
