import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { AppModule } from '../app.module.js';
import { readConfig } from '../config.js';
import { apiPrefix } from '../http/api-prefix.js';
import { openApiDocument } from './document.js';

/** Where the description is committed, for people and generators. */
export const openApiFile = resolve(import.meta.dirname, '../../../../docs/openapi.json');

/** What docs/openapi.json must hold. Starts no part of the API: neither Postgres nor Redis is needed. */
export async function openApiText(): Promise<string> {
  const config = readConfig({
    DATABASE_URL: 'postgres://nowhere/none',
    REDIS_URL: 'redis://nowhere',
    SESSION_SECRET: 'not used, because nothing is started',
  });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  const app = await NestFactory.create(AppModule.of(config, pino({ level: 'silent' })), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(apiPrefix);
  return `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
}
