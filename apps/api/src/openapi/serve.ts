import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { apiPrefix } from '../http/api-prefix.js';
import { openApiDocument } from './document.js';

/** Serves the API's description; made once, when the API starts. */
export function serveOpenApi(app: NestExpressApplication): void {
  const document = openApiDocument(app);
  const answer: RequestHandler = (_request, response) => {
    response.json(document);
  };
  app.use(`/${apiPrefix}/openapi.json`, answer);
}
