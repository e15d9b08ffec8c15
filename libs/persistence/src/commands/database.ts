import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../data-source.js';
import { migrate } from '../migrate.js';

/** Runs one command on the migrated database named by DATABASE_URL, and closes it again. */
export async function withDatabase(work: (dataSource: DataSource) => Promise<void> | void): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error('DATABASE_URL is not set. Set it to postgres://user:password@host:port/database.');
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    await migrate(dataSource);
    await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
