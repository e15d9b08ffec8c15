/** @jest-environment ./browser-environment.js */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { MutationObserver, type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterContextProvider, RouterProvider } from '@tanstack/react-router';
import { act, cleanup, render, renderHook, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createQueryClient } from '../api/query-client.js';
import { exerciseQuery } from '../learn/queries.js';
import { meQuery } from '../session/queries.js';
import { useSignedOut } from '../session/signed-out.js';
import { stopSubmission, submissionQuery } from '../submission/queries.js';
import { answer, fakeApi, problem } from '../testing/fake-api.js';
import { createAppRouter } from './router.js';

const id = '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c';
const exercise = `/learn/day-1/clean-orders?submission=${id}`;
/** By their paths. The exercise is of a mode nobody knows: its page is the smallest. */
const answers: Readonly<Record<string, unknown>> = {
  '/api/me': { id, name: 'Ada', email: 'ada@lakeproof.test', platformAdmin: false, enrolments: [] },
  '/api/outline': {
    ...{ workshop: { title: 'Trust', trainer: 'Toni' }, days: [], reference: [] },
    articles: [{ slug: 'rpc', title: 'RPC', summary: 'Calls.', minutes: 5, concepts: [] }],
  },
  '/api/exercises/clean-orders': {
    ...{ slug: 'clean-orders', title: 'Clean orders', concepts: [], minutes: 20, points: 10, mode: 'review' },
    ...{ standing: { attempts: 0, bestScore: null, points: null }, submissions: [] },
    ...{ day: { slug: 'day-1', title: 'Unit tests' }, instructionsHtml: '' },
  },
};
let sessionEnded: boolean;

beforeEach(() => {
  sessionEnded = false;
  fakeApi((path) => {
    const refused = sessionEnded && path !== '/api/outline';
    return Promise.resolve(refused ? problem(401, 'not-signed-in') : answer(200, answers[path]));
  });
});

afterEach(cleanup);

async function open(address: string, title: string) {
  window.history.pushState({}, '', address);
  const client = createQueryClient();
  const router = createAppRouter(client);
  render(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: title });
  sessionEnded = true;
  return { client, router };
}

const isAtLogin = async (router: ReturnType<typeof createAppRouter>) => {
  await screen.findByRole('heading', { level: 1, name: 'Sign in' });
  expect(router.state.location).toMatchObject({ pathname: '/login', search: { next: exercise } });
};

describe('a session that has ended while an exercise was open', () => {
  it.each([
    ['what is watched', (client: QueryClient) => client.query(submissionQuery(id))],
    [
      'what is shown',
      (client: QueryClient) =>
        client.invalidateQueries({ queryKey: exerciseQuery('clean-orders', undefined).queryKey }),
    ],
    [
      'what is done',
      (client: QueryClient) =>
        new MutationObserver(client, { mutationFn: () => stopSubmission(id) }).mutate(),
    ],
  ])('leads to the login and back when the api is asked for %s', async (_, ask) => {
    const { client, router } = await open(exercise, 'Clean orders');
    await act(() => ask(client).then(undefined, () => undefined));
    await isAtLogin(router);
    expect(client.getQueryData(meQuery.queryKey)).toBeUndefined();
  });

  it('leads there and back when a submission was sent', async () => {
    const { client, router } = await open(exercise, 'Clean orders');
    const wrapper = ({ children }: { readonly children: ReactNode }) => (
      <QueryClientProvider client={client}>
        <RouterContextProvider router={router}>{children}</RouterContextProvider>
      </QueryClientProvider>
    );
    const { result: onSignedOut } = renderHook(useSignedOut, { wrapper });
    act(() => {
      onSignedOut.current();
    });
    await isAtLogin(router);
  });
});

describe('a session that has ended while the articles were looked through', () => {
  it('leaves the page as it is, whatever it asks for in advance', async () => {
    const { client, router } = await open('/articles', 'How Spark works underneath');
    await act(() => client.query(submissionQuery(id)).catch(() => undefined));
    await waitFor(() => {
      expect(client.getQueryState(submissionQuery(id).queryKey)?.status).toBe('error');
    });
    expect(router.state.location.pathname).toBe('/articles');
  });
});
