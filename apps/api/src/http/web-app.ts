import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { apiPrefix } from './api-prefix.js';

const isApi = (path: string) => path === `/${apiPrefix}` || path.startsWith(`/${apiPrefix}/`);

/** A page's address has no file extension: /learn/day-1, not /assets/index-3f2a.js. */
export const isPage = (path: string): boolean => !/\.[a-z0-9]+$/i.test(path);

/**
 * Serves the built web app. What Vite puts into assets/ has its content's hash in its name and is kept for
 * good; index.html is asked for again each time, and stands for every page.
 */
export function webApp(folder: string): RequestHandler {
  const router = Router();
  const index: RequestHandler = (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, 'index.html'), (error?: Error) => {
      if (error && !response.headersSent)
        response
          .status(503)
          .type('text/plain')
          .send('The web app is not built. Run `npm run build`, then load this page again.\n');
    });
  };
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get('/{*page}', (request, response, next) => {
    if (isPage(request.path)) index(request, response, next);
    else next();
  });
  return (request, response, next) => {
    if (isApi(request.path)) next();
    else router(request, response, next);
  };
}
