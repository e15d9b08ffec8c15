import compression from 'compression';
import type { RequestHandler } from 'express';

/** Compresses answers, but never event streams: they would wait in the compressor's buffer. */
export const compress = (): RequestHandler =>
  compression({
    filter: (request, response) =>
      !String(response.getHeader('content-type')).startsWith('text/event-stream') &&
      compression.filter(request, response),
  });
