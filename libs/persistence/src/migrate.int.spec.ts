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

describe('the migrations', () => {
  it('build exactly the tables that the entities describe', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can be undone and run by several processes at once', async () => {
    const { dataSource } = database;
    await dataSource.undoLastMigration();
    await expect(requireMigrated(dataSource)).rejects.toThrow('migrate');
    const others = await Promise.all(
      [1, 2, 3].map(() => new DataSource(dataSourceOptions(database.url)).initialize()),
    );
    await Promise.all(others.map(migrate));
    await Promise.all(others.map((other) => other.destroy()));
    await expect(requireMigrated(dataSource)).resolves.toBeUndefined();
  });
});
