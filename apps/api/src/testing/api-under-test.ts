import 'reflect-metadata';
import { resolve } from 'node:path';
import { demoPassword, seedDemo } from '@lakeproof/persistence';
import { temporaryDatabase, type TemporaryDatabase } from '@lakeproof/persistence/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import request, { type Agent } from 'supertest';
import { createApp } from '../app.js';
import { type ApiConfig, readConfig } from '../config.js';

export type DemoPerson = 'ada' | 'grace' | 'linus' | 'trainer' | 'admin';

/** The whole API in this process, on a database of its own, with the demo cohort and the fixture exercises. */
export interface ApiUnderTest {
  readonly app: NestExpressApplication;
  readonly database: TemporaryDatabase;
  /** Address of the listening server. */
  readonly url: string;
  /** Lines of the log, level warn and above. */
  readonly logged: readonly string[];
  /** A browser or a CLI that keeps cookies; signed in when it says as whom. */
  as(name?: DemoPerson): Promise<Agent>;
  /** Stops the API and drops its database. */
  close(): Promise<void>;
}

/**
 * The Redis for specs: a database of its own on the server at REDIS_URL, in which no worker looks for jobs.
 * @throws Error that says what to do when there is none
 */
export function specRedisUrl(): string {
  if (!process.env.REDIS_URL) throw new Error('REDIS_URL is not set: integration specs need a Redis.');
  return Object.assign(new URL(process.env.REDIS_URL), { pathname: '/9' }).href;
}

export const fixtures = resolve(import.meta.dirname, '../../fixtures');

/** What an API for specs reads from its environment. */
export const specEnvironment = (databaseUrl: string) => ({
  DATABASE_URL: databaseUrl,
  REDIS_URL: specRedisUrl(),
  SESSION_SECRET: 'a secret for specs and for nothing else',
  EXERCISES_DIR: resolve(fixtures, 'exercises'),
  WEB_DIR: resolve(fixtures, 'web'),
  PORT: '0',
});

/** @param overrides settings that differ, such as a Redis that is not there */
export async function startApi(overrides: Partial<ApiConfig> = {}): Promise<ApiUnderTest> {
  const database = await temporaryDatabase();
  await seedDemo(database.dataSource.manager);
  const config = readConfig(specEnvironment(database.url));
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(line) });
  const app = await createApp({ ...config, ...overrides }, log);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    app,
    database,
    url,
    logged,
    async as(name) {
      const agent = request.agent(url);
      if (name)
        await agent
          .post('/api/session')
          .send({ email: `${name}@lakeproof.test`, password: demoPassword })
          .expect(200);
      return agent;
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
