import { DomainError, submissionBodyBytes } from '@lakeproof/contracts';
import { json, type RequestHandler, Router } from 'express';
import { refuseHugeShape } from './body-shape.js';

/** Bytes that every address takes but those named below: a login, the level of a hint. */
export const bodyBytes = 4 * 1024;

/** Reads JSON up to a limit in bytes: what is larger is dropped while it arrives. */
const upTo = (limit: number): RequestHandler =>
  json({
    limit,
    // A compressed body would be measured only once it had grown.
    inflate: false,
    verify: (_request, _response, body, charset) => {
      if (charset !== 'utf-8')
        throw new DomainError('invalid-request', 'The request could not be read. Send JSON as UTF-8.');
      refuseHugeShape(body);
    },
  });

/** Reads the bodies of requests, each address up to its own limit. */
export function bodies(): RequestHandler {
  const router = Router();
  router.post('/exercises/:slug/submissions', upTo(submissionBodyBytes));
  // What was read above is not read again.
  router.use(upTo(bodyBytes));
  return router;
}
