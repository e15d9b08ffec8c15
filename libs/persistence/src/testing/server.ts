import { DataSource, type QueryRunner } from 'typeorm';

/**
 * The Postgres at DATABASE_URL, on which specs make databases of their own; its user must be allowed to.
 * @throws Error that says what to do when there is none
 */
export function specServer(): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  throw new Error(
    'DATABASE_URL is not set: integration specs need a Postgres whose user may create databases.',
  );
}

/** The database of this name on that server. */
export const urlOf = (name: string): string =>
  Object.assign(new URL(specServer()), { pathname: `/${name}` }).href;

/** Works on one connection to the server, outside the databases that are made on it. */
export async function onServer<Result>(work: (server: QueryRunner) => Promise<Result>): Promise<Result> {
  const dataSource = await new DataSource({ type: 'postgres', url: specServer() }).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    return await work(runner);
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}
