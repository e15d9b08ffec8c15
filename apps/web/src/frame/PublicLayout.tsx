import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { meQuery } from '../session/queries.js';
import { Layout } from './Layout.js';

/** Around pages that need no login. Whoever has come from inside keeps their menu; nobody is asked for. */
export function PublicLayout({ children }: { readonly children: ReactNode }) {
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  return <Layout me={me}>{children}</Layout>;
}
