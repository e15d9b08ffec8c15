import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { migrate, requireMigrated } from './migrate.js';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.js';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.drop());

/** Every column, constraint and index of our tables, as Postgres itself would write it down. */
const definitions = (dataSource: DataSource): Promise<unknown> =>
  dataSource.query(`
    SELECT * FROM (
      SELECT table_name AS of, column_name AS name,
             concat_ws(' ', data_type, is_nullable, column_default) AS definition
      FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL
      SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL
      SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    ) d
    WHERE of NOT IN ('session', 'migrations')
    ORDER BY of, name, definition`);

describe('the migrations', () => {
  it('build exactly the tables that the entities describe', async () => {
    const { dataSource } = database;
    const migrated = await definitions(dataSource);
    let left = dataSource.migrations.length;
    while (left-- > 0) await dataSource.undoLastMigration();
    await dataSource.synchronize();
    expect(migrated).toEqual(await definitions(dataSource));
    expect(migrated).not.toEqual([]);
  });

  it('are run once when several processes start at the same moment', async () => {
    const { dataSource } = database;
    await dataSource.dropDatabase();
    await expect(requireMigrated(dataSource)).rejects.toThrow('persistence migrate');
    const others = await Promise.all(
      [1, 2, 3].map(() => new DataSource(dataSourceOptions(database.url)).initialize()),
    );
    await Promise.all(others.map(migrate));
    await Promise.all(others.map((other) => other.destroy()));
    await expect(requireMigrated(dataSource)).resolves.toBeUndefined();
  });
});
