import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import { dataSourceOptions } from '../data-source.js';
import { migrate } from '../migrate.js';
import { urlOf } from './server.js';

/** Any number, as long as nobody else locks by it. */
const templateLock = 4_710_532;
const prefix = 'lakeproof_template_';
/** Other trees on the same server have migrations of their own: what was made within so many hours may be theirs. */
const keptHours = 24;

/**
 * Makes a database that has all migrations: a copy of the template for these migrations, which the first to
 * come makes. The others wait for it, in whatever process they are.
 */
export async function createMigrated(server: QueryRunner, name: string): Promise<void> {
  const template = prefix + migrationsDigest();
  // Shared while a copy is made: nobody drops the template meanwhile.
  const isThere = await locked(server, 'shared', () => copyOf(server, template, name));
  if (isThere) return;
  await locked(server, 'exclusive', async () => {
    if (!(await exists(server, template))) {
      await dropOld(server, template);
      await make(server, template);
    }
    await copyOf(server, template, name);
  });
}

/** By the text of the migrations: another one, or another byte in one, is another template. */
function migrationsDigest(): string {
  const folder = join(import.meta.dirname, '../migrations');
  const digest = createHash('sha256');
  for (const file of readdirSync(folder).toSorted())
    if (/\.[jt]s$/.test(file)) digest.update(file).update(readFileSync(join(folder, file)));
  return digest.digest('hex').slice(0, 16);
}

/** False when there is no such template. */
async function copyOf(server: QueryRunner, template: string, name: string): Promise<boolean> {
  if (!(await exists(server, template))) return false;
  await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return true;
}

/** It gets its name when it is complete: one that was cut off is never taken for it, and makes way for the next try. */
async function make(server: QueryRunner, template: string): Promise<void> {
  const unfinished = `${template}_unfinished`;
  await server.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${unfinished}`);
  const dataSource = await new DataSource(dataSourceOptions(urlOf(unfinished))).initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
  await server.query(`COMMENT ON DATABASE ${unfinished} IS '${new Date().toISOString()}'`);
  await server.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
}

/** Templates of other migrations, and what is left of those that were never finished. */
async function dropOld(server: QueryRunner, template: string): Promise<void> {
  const rows = z.array(z.object({ name: z.string() })).parse(
    await server.query(
      `SELECT datname AS name FROM pg_database
       WHERE starts_with(datname, $1) AND NOT starts_with(datname, $2)
         AND coalesce(shobj_description(oid, 'pg_database')::timestamptz, '-infinity')
             < now() - make_interval(hours => $3)`,
      [prefix, template, keptHours],
    ),
  );
  for (const { name } of rows) await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

const exists = async (server: QueryRunner, name: string): Promise<boolean> =>
  z.array(z.unknown()).parse(await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]))
    .length > 0;

async function locked<Result>(
  server: QueryRunner,
  how: 'shared' | 'exclusive',
  work: () => Promise<Result>,
): Promise<Result> {
  const shared = how === 'shared' ? '_shared' : '';
  await server.query(`SELECT pg_advisory_lock${shared}($1)`, [templateLock]);
  try {
    return await work();
  } finally {
    await server.query(`SELECT pg_advisory_unlock${shared}($1)`, [templateLock]);
  }
}
