import { requireMigrated } from '@lakeproof/persistence';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import type { ApiConfig } from './config.js';
import { setUpHttp } from './http-setup.js';
import { nestLog } from '@lakeproof/service';
import { serveOpenApi } from './openapi/serve.js';

/**
 * The whole API, ready to listen: what main.ts starts and what specs ask.
 * @throws Error when Postgres can't be reached or lacks migrations
 */
export async function createApp(config: ApiConfig, log: Logger): Promise<NestExpressApplication> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config, log), {
    logger: nestLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  await requireMigrated(app.get(DataSource));
  setUpHttp(app, config, log);
  serveOpenApi(app);
  return app;
}
