import { randomUUID } from 'node:crypto';
import { DataSource, type QueryRunner } from 'typeorm';
import { dataSourceOptions } from '../data-source.js';
import { onServer, urlOf } from './server.js';
import { createMigrated } from './template-database.js';

export interface TemporaryDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/** A migrated database of its own for a spec. */
export const temporaryDatabase = (): Promise<TemporaryDatabase> => make(createMigrated);

/** The same without a table in it: for specs of the migrations themselves. */
export const emptyDatabase = (): Promise<TemporaryDatabase> =>
  make((server, name) => server.query(`CREATE DATABASE ${name}`));

async function make(
  create: (server: QueryRunner, name: string) => Promise<unknown>,
): Promise<TemporaryDatabase> {
  const name = `lakeproof_spec_${randomUUID().replaceAll('-', '')}`;
  await onServer((server) => create(server, name));
  const dataSource = await new DataSource(dataSourceOptions(urlOf(name))).initialize();
  return {
    url: urlOf(name),
    dataSource,
    async drop() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await onServer((server) => server.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
