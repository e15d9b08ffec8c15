/** @jest-environment ./browser-environment.js */
import { expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { createAppRouter } from './router.js';

it.each([
  ['/', '/public/'],
  ['/articles/rpc', '/public/articles/$slug'],
  ['/learn', '/signed-in/learn'],
  ['/learn/day-1/nulls', '/signed-in/learn/$day/$exercise'],
  // A layout without a page is no page.
  ['/trainer/5f1c5b0e-8a8e-4f6f-8b57-0c7f3c1d2e4a', undefined],
  ['/admin', undefined],
])('%s leads to %s', (address, id) => {
  const [, , route] = createAppRouter(new QueryClient()).getMatchedRoutes(address);
  expect(route?.id).toBe(id);
});
