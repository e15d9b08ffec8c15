import { createRoute } from '@tanstack/react-router';
import { publicLayout } from '../frame/layouts.js';
import { OfferPage } from './OfferPage.js';

export const offerRoute = createRoute({
  getParentRoute: () => publicLayout,
  path: '/',
  component: OfferPage,
});
