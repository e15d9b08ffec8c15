import type { DataSource } from 'typeorm';

/** Any number, as long as nobody else locks by it. */
const migrationLock = 4_710_531;

/** Brings the schema up to date. Several processes may call it at once: one does it, the others wait. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    await runner.release();
  }
}

/** Stops a boot on an old schema. Throws an Error that says what to run. */
export async function requireMigrated(dataSource: DataSource): Promise<void> {
  if (await dataSource.showMigrations())
    throw new Error(
      'The database lacks migrations. Run `npm run -w @lakeproof/persistence migrate`, then start again.',
    );
}
