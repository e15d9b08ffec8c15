import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { migrate } from './migrate.js';

export interface TemporaryDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/**
 * A migrated database of its own on the server at DATABASE_URL, whose user must be allowed to create
 * databases: for specs. Throws an Error that says what to do when there is no server.
 */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const server = process.env.DATABASE_URL;
  if (!server)
    throw new Error(
      'DATABASE_URL is not set: integration specs need a Postgres whose user may create databases.',
    );
  const name = `lakeproof_spec_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  await migrate(dataSource);
  return {
    url,
    dataSource,
    async drop() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    await dataSource.query(statement);
  } finally {
    await dataSource.destroy();
  }
}
