import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import pg from 'pg';
import type { Logger } from 'pino';
import { type ApiConfig, apiConfig } from '../config.js';
import { processLog } from '@lakeproof/service';

const PgStore = connectPgSimple(session);

/** Sessions in Postgres, so that any process of the API can serve any request. */
@Injectable()
export class SessionStore implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  readonly store: session.Store & { close(): Promise<void> | void };

  constructor(@Inject(apiConfig) config: ApiConfig, @Inject(processLog) log: Logger) {
    this.pool = new pg.Pool({ connectionString: config.databaseUrl, max: 4, connectionTimeoutMillis: 5000 });
    // An idle connection that breaks is replaced with the next query; unheard, the event would end the process.
    this.pool.on('error', (error) => {
      log.warn({ err: error }, 'a session connection broke');
    });
    this.store = new PgStore({
      pool: this.pool,
      tableName: 'session',
      pruneSessionInterval: 15 * 60,
      errorLog: (...entry: unknown[]) => {
        log.warn({ entry: entry.map(String) }, 'session store');
      },
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
    await this.pool.end();
  }
}
