import { QueryClient } from '@tanstack/react-query';
import { isTemporary } from './errors.js';

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The browser's "online" is a guess; asking is the only way to know.
        networkMode: 'always',
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && isTemporary(error),
        retryDelay: (failure) => 400 * 2 ** failure,
      },
      mutations: { networkMode: 'always' },
    },
  });

/** Of what is written: it changes with a new version of the content only. */
export const contentStaleTime = 5 * 60_000;
