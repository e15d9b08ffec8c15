import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { migrate, requireMigrated } from './migrate.js';
import { emptyDatabase, type TemporaryDatabase } from './testing/temporary-database.js';
import { catalogueOf } from './testing/catalogue.js';
import { enrol } from './testing/room.js';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

describe('the migrations', () => {
  it('can be undone, to the first', async () => {
    const { dataSource } = database;
    await migrate(dataSource);
    for (let left = dataSource.migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
    expect(await catalogueOf(dataSource)).toEqual([]);
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

  it('write addresses as signing in looks for them, and lose nobody by it', async () => {
    const { dataSource } = database;
    const db = dataSource.manager;
    await dataSource.dropDatabase();
    await migrate(dataSource);
    const hasCheck = async () =>
      (await db.query<unknown[]>(`SELECT 1 FROM pg_constraint WHERE conname = 'app_user_email_check'`))
        .length > 0;
    while (await hasCheck()) await dataSource.undoLastMigration();
    const addresses = [' Ada@Lakeproof.test', 'grace@lakeproof.test', 'Grace@lakeproof.test', 'nobody', '@'];
    for (const email of addresses)
      await db.query(`INSERT INTO app_user (email, name, password_hash) VALUES ($1::text, $1, '-')`, [email]);
    await migrate(dataSource);
    const people = await db.query<{ name: string; email: string }[]>(
      `SELECT name, replace(email, id::text, 'id') AS email FROM app_user`,
    );
    expect(Object.fromEntries(people.map(({ name, email }) => [name, email]))).toEqual({
      ' Ada@Lakeproof.test': 'ada@lakeproof.test',
      'grace@lakeproof.test': 'grace@lakeproof.test',
      'Grace@lakeproof.test': 'id@address.invalid',
      nobody: 'id@address.invalid',
      '@': 'id@address.invalid',
    });
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
