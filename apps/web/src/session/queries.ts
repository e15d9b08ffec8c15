import { type LoginBody, meSchema } from '@lakeproof/contracts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { request } from '../api/request.js';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request(meSchema, '/me', { signal }),
  staleTime: 60_000,
});

export const signIn = (body: LoginBody) => request(meSchema, '/session', { method: 'POST', body });

export const signOut = () => request(z.undefined(), '/session', { method: 'DELETE' });
