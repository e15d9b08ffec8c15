import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, type ErrorComponentProps, Outlet } from '@tanstack/react-router';
import { ErrorPage } from './ErrorPage.js';
import { NotFoundPage } from './NotFoundPage.js';
import { PublicLayout } from './PublicLayout.js';

export interface RouterContext {
  readonly queryClient: QueryClient;
}

/** What went wrong outside of every layout. */
export const RootError = (props: ErrorComponentProps) => (
  <PublicLayout>
    <ErrorPage {...props} />
  </PublicLayout>
);

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: RootError,
  notFoundComponent: () => (
    <PublicLayout>
      <NotFoundPage />
    </PublicLayout>
  ),
});
