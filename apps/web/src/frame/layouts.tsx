import { createRoute, notFound, Outlet, redirect } from '@tanstack/react-router';
import { isNotSignedIn } from '../api/errors.js';
import { meQuery } from '../session/queries.js';
import { mayAdminister, mayTeach } from './access.js';
import { Layout } from './Layout.js';
import { cohortOf } from './learning-cohort.js';
import { PageSkeleton } from './PageSkeleton.js';
import { PublicLayout } from './PublicLayout.js';
import { RootError, rootRoute } from './root-route.js';

/** Pages for everybody. */
export const publicLayout = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  component: () => (
    <PublicLayout>
      <Outlet />
    </PublicLayout>
  ),
});

/** Pages that need a session: without one, they lead to the login and back. */
export const signedInLayout = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queryClient.query({ ...meQuery, staleTime: 'static' });
      return { me, cohort: cohortOf(me) };
    } catch (error) {
      if (isNotSignedIn(error)) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
        throw redirect({ to: '/login', search: { next: location.href } });
      }
      throw error;
    }
  },
  component: SignedIn,
  errorComponent: RootError,
  pendingComponent: () => (
    <PublicLayout>
      <PageSkeleton />
    </PublicLayout>
  ),
});

function SignedIn() {
  const { me, cohort } = signedInLayout.useRouteContext();
  return (
    <Layout me={me} cohort={cohort}>
      <Outlet />
    </Layout>
  );
}

/** A cohort's pages for those who teach it: `/trainer/$cohort`. */
export const trainerLayout = createRoute({
  getParentRoute: () => signedInLayout,
  id: 'trainer',
  beforeLoad: ({ context: { me }, params }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way
    if (!mayTeach(me, params)) throw notFound();
  },
});

/** Pages of those who look after cohorts, `/cohort/$cohort`, and after the platform, `/admin`. */
export const adminLayout = createRoute({
  getParentRoute: () => signedInLayout,
  id: 'admin',
  beforeLoad: ({ context: { me }, params }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way
    if (!mayAdminister(me, params)) throw notFound();
  },
});
