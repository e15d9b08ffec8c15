import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

const ids = new WeakMap<Request, string>();

/** The id under which a request stands in the log and in its `X-Request-Id`. */
export const requestIdOf = (request: Request): string => ids.get(request) ?? 'unknown';

/** Gives each request its id and logs each API request once it has ended. */
export const logRequests =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const id = randomUUID();
    ids.set(request, id);
    response.setHeader('X-Request-Id', id);
    const start = performance.now();
    // The path only: a query could hold what no log should keep.
    const { method, path } = request;
    response.on('close', () => {
      const entry = {
        request: id,
        method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - start),
      };
      if (path.startsWith('/api/')) log.info(entry, 'request');
      else log.debug(entry, 'request');
    });
    next();
  };
