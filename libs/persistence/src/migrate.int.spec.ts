import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { migrate, requireMigrated } from './migrate.js';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.js';
import { enrol } from './testing/room.js';

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

  it('stop all but the newest of several that are under way for the same exercise', async () => {
    const { dataSource } = database;
    const db = dataSource.manager;
    const hasIndex = async () =>
      (await db.query<unknown[]>(`SELECT 1 FROM pg_indexes WHERE indexname = 'submission_one_under_way'`))
        .length > 0;
    await dataSource.dropDatabase();
    await migrate(dataSource);
    while (await hasIndex()) await dataSource.undoLastMigration();
    const ada = await enrol(db);
    const insert = (kind: string, state: string, minutes: number) =>
      db.query(
        `INSERT INTO submission (enrolment_id, exercise, exercise_digest, queue, kind, files, state,
           claim_expires_at, created_at)
         VALUES ($1, 'clean-orders', 'digest', 'warm', $2, '[]', $3::text,
           CASE WHEN $3::text = 'running' THEN now() END, now() - make_interval(mins => $4))`,
        [ada, kind, state, minutes],
      );
    await insert('submit', 'running', 3);
    await insert('submit', 'queued', 2);
    await insert('submit', 'queued', 1);
    await insert('run', 'queued', 4);
    await migrate(dataSource);
    expect(await db.query('SELECT kind, state FROM submission ORDER BY created_at')).toEqual([
      { kind: 'run', state: 'queued' },
      { kind: 'submit', state: 'stopped' },
      { kind: 'submit', state: 'stopped' },
      { kind: 'submit', state: 'queued' },
    ]);
    expect(await db.query(`SELECT details->>'from' AS "from" FROM audit_entry ORDER BY 1`)).toEqual([
      { from: 'queued' },
      { from: 'running' },
    ]);
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
