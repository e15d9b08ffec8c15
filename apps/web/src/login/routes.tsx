import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { publicLayout } from '../frame/layouts.js';

/** Only addresses of this site: a link from elsewhere must not choose where one lands after signing in. */
const nextSchema = z
  .string()
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined);

export const loginRoute = createRoute({
  getParentRoute: () => publicLayout,
  path: '/login',
  validateSearch: z.object({ next: nextSchema }),
  component: lazyRouteComponent(() => import('./LoginPage.js'), 'LoginPage'),
});
