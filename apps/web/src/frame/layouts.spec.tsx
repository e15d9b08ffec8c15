/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, render, screen } from '@testing-library/react';
import { loginRoute } from '../login/routes.js';
import { answer, fakeApi, problem } from '../testing/fake-api.js';
import { adminLayout, publicLayout, signedInLayout, trainerLayout } from './layouts.js';
import { rootRoute } from './root-route.js';

const cohort = '5f1c5b0e-8a8e-4f6f-8b57-0c7f3c1d2e4a';
const me = (role: 'participant' | 'trainer' | 'admin') => ({
  ...{ id: cohort, name: 'Toni Trainer', email: 'toni@lakeproof.test', platformAdmin: false },
  enrolments: [{ id: cohort, role, cohort: { id: cohort, name: 'Nimbus pilot' } }],
});
const signedInAs = (role: Parameters<typeof me>[0]) => fakeApi(() => Promise.resolve(answer(200, me(role))));

/** Two pages, each added to its layout with one entry. */
const board = createRoute({
  getParentRoute: () => trainerLayout,
  path: '/trainer/$cohort',
  component: () => <h1>Board</h1>,
});
const seats = createRoute({
  getParentRoute: () => adminLayout,
  path: '/cohort/$cohort',
  component: () => <h1>Seats</h1>,
});

async function open(address: string) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createRouter({
    routeTree: rootRoute.addChildren([
      publicLayout.addChildren([loginRoute]),
      signedInLayout.addChildren([trainerLayout.addChildren([board]), adminLayout.addChildren([seats])]),
    ]),
    context: { queryClient },
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  render(
    <MantineProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return router;
}
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

afterEach(cleanup);

describe("a page in the trainer's layout", () => {
  it('is shown to a trainer of its cohort, below the header', async () => {
    signedInAs('trainer');
    await open(`/trainer/${cohort}`);
    expect(heading()).toBe('Board');
    expect(screen.getAllByRole('banner')).toHaveLength(1);
    expect(await screen.findByRole('button', { name: /Toni Trainer/ })).toBeDefined();
  });

  it.each(['participant', 'admin'] as const)('does not exist for a %s of it', async (role) => {
    signedInAs(role);
    await open(`/trainer/${cohort}`);
    expect(heading()).toBe('There is nothing at this address');
    expect(screen.getAllByRole('banner')).toHaveLength(1);
  });

  it('leads a visitor to the login, and back', async () => {
    fakeApi(() => Promise.resolve(problem(401, 'not-signed-in')));
    const router = await open(`/trainer/${cohort}`);
    expect(router.state.location).toMatchObject({
      pathname: '/login',
      search: { next: `/trainer/${cohort}` },
    });
  });
});

describe("a page in the admins' layout", () => {
  it('is shown to an admin of its cohort', async () => {
    signedInAs('admin');
    await open(`/cohort/${cohort}`);
    expect(heading()).toBe('Seats');
  });

  it('does not exist for a trainer of it', async () => {
    signedInAs('trainer');
    await open(`/cohort/${cohort}`);
    expect(heading()).toBe('There is nothing at this address');
  });
});
