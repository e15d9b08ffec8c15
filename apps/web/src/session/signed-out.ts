import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type AnyRouter, useRouter } from '@tanstack/react-router';
import { isNotSignedIn } from '../api/errors.js';
import { meQuery } from './queries.js';

/** What leads to the login as soon as any question to the API finds that the session has ended meanwhile. */
export function watchSession(client: QueryClient, router: AnyRouter): void {
  const look = (event: { readonly type: string; readonly action?: object }) => {
    if (event.type !== 'updated' || !event.action || !('error' in event.action)) return;
    if (isNotSignedIn(event.action.error)) leadToLogin(client, router);
  };
  client.getQueryCache().subscribe(look);
  client.getMutationCache().subscribe(look);
}

/** The same, for what is asked without the query client. */
export function useSignedOut(): () => void {
  const client = useQueryClient();
  const router = useRouter();
  return () => {
    leadToLogin(client, router);
  };
}

/** To the login, and back to the same address. What was typed is kept in the browser by those who take it. */
function leadToLogin(client: QueryClient, router: AnyRouter): void {
  const { pathname, href } = router.latestLocation;
  // A public page stays: it may ask in advance for one that needs a session, as when a link is pointed at.
  if (!router.getMatchedRoutes(pathname)[0].some(({ id }) => id === '/signed-in')) return;
  client.removeQueries({ queryKey: meQuery.queryKey });
  void router.navigate({ to: '/login', search: { next: href }, replace: true });
}
