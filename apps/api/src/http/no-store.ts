import type { RequestHandler } from 'express';

/**
 * No answer of the API is kept anywhere unless its route says so: most depend on who asks, and a browser is
 * shared in class.
 */
export const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
