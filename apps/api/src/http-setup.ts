import { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import type { ApiConfig } from './config.js';
import { sessions } from './session/sessions.js';
import { SessionStore } from './session/session-store.js';
import { apiPrefix } from './http/api-prefix.js';
import { bodies } from './http/bodies.js';
import { compress } from './http/compress.js';
import { ContractPipe } from './http/contract.pipe.js';
import { noStore } from './http/no-store.js';
import { refuseOtherOrigins } from './http/origin.js';
import { ProblemFilter } from './http/problem.filter.js';
import { logRequests } from './http/request-log.js';
import { securityHeaders } from './http/security-headers.js';
import { webApp } from './http/web-app.js';

/** Everything that happens to a request before and after its controller, in this order. */
export function setUpHttp(app: NestExpressApplication, config: ApiConfig, log: Logger): void {
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  app.setGlobalPrefix(apiPrefix);
  app.use(logRequests(log), securityHeaders(), compress(), webApp(config.webDir));
  app.use(`/${apiPrefix}`, noStore, refuseOtherOrigins, bodies(), sessions(config, app.get(SessionStore)));
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalFilters(new ProblemFilter(log));
}
