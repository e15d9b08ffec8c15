import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { meQuery } from './queries.js';

/** What to do when the session has ended meanwhile: to the login, and back here. */
export function useSignedOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return () => {
    client.removeQueries({ queryKey: meQuery.queryKey });
    void navigate({ to: '/login', search: { next: window.location.pathname } });
  };
}
