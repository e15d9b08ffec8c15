import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueOf } from './testing/catalogue.js';
import { emptyDatabase, temporaryDatabase, type TemporaryDatabase } from './testing/temporary-database.js';

let migrated: TemporaryDatabase;
let described: readonly string[];
beforeAll(async () => {
  migrated = await temporaryDatabase();
  const byEntities = await emptyDatabase();
  await byEntities.dataSource.synchronize();
  described = await catalogueOf(byEntities.dataSource);
  await byEntities.drop();
});
afterAll(() => migrated.drop());

const statementsLeft = async () => {
  const { upQueries } = await migrated.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
};

describe('the migrations', () => {
  it('build exactly the tables that the entities describe', async () => {
    expect(described).toContainEqual(expect.stringMatching(/^submission\.submission_one_running: .* WHERE /));
    expect(await catalogueOf(migrated.dataSource)).toEqual(described);
  });

  it('leave nothing for the next one to be made of', async () => {
    expect(await statementsLeft()).toEqual([]);
  });
});

describe('what is in the database alone', () => {
  it.each([
    ['a column', 'ALTER TABLE cohort ADD COLUMN colour text'],
    ['a missing column', 'ALTER TABLE cohort DROP COLUMN created_at'],
    ['a type', 'ALTER TABLE grade ALTER COLUMN points TYPE numeric'],
    ['a missing NOT NULL', 'ALTER TABLE cohort ALTER COLUMN name DROP NOT NULL'],
    ['another default', `ALTER TABLE submission ALTER COLUMN state SET DEFAULT 'running'`],
    ['a missing index', 'DROP INDEX enrolment_by_cohort'],
    [
      'another predicate of an index',
      `DROP INDEX submission_waiting;
       CREATE INDEX submission_waiting ON submission (queue, created_at) WHERE state = 'running'`,
    ],
    [
      'an index that is no longer unique',
      `DROP INDEX regrade_one_open;
       CREATE INDEX regrade_one_open ON regrade (submission_id) WHERE state IN ('queued', 'running')`,
    ],
    [
      'another CHECK',
      `ALTER TABLE opened_hint DROP CONSTRAINT opened_hint_level_check;
       ALTER TABLE opened_hint ADD CONSTRAINT opened_hint_level_check CHECK (level >= 0)`,
    ],
    [
      'another ON DELETE',
      `ALTER TABLE submission_key DROP CONSTRAINT submission_key_submission_id_fkey;
       ALTER TABLE submission_key ADD CONSTRAINT submission_key_submission_id_fkey
         FOREIGN KEY (submission_id) REFERENCES submission`,
    ],
  ])('%s is noticed', async (_, change) => {
    const runner = migrated.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(change);
      expect(await catalogueOf(runner)).not.toEqual(described);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
    expect(await catalogueOf(migrated.dataSource)).toEqual(described);
  });

  it('is what the next migration is made of, where TypeORM sees it', async () => {
    const { dataSource } = migrated;
    await dataSource.query('ALTER TABLE cohort DROP COLUMN created_at');
    expect(await statementsLeft()).toEqual([expect.stringContaining('ADD "created_at"')]);
  });
});
