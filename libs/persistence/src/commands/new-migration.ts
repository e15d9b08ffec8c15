import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withDatabase } from './database.js';
import { migrationList, migrationNames, migrationText } from './migration-text.js';

const folder = resolve(import.meta.dirname, '../../src/migrations');
const list = join(folder, 'index.ts');

await withDatabase(async ({ driver }) => {
  const { file, className } = migrationNames(process.argv[2] ?? '', Date.now());
  const { upQueries, downQueries } = await driver.createSchemaBuilder().log();
  const up = upQueries.map(({ query }) => query);
  const down = downQueries.map(({ query }) => query).toReversed();
  if (up.length === 0) throw new Error('The entities describe nothing that the database lacks.');
  const path = join(folder, `${file}.ts`);
  writeFileSync(path, migrationText({ className, up, down }));
  const files = readdirSync(folder).filter((name) => /^\d+-.*\.ts$/.test(name));
  writeFileSync(list, migrationList(files.map((name) => name.replace(/\.ts$/, ''))));
  execFileSync('npx', ['prettier', '--write', path, list], { stdio: 'inherit' });
  console.log('Read it, and add what TypeORM does not see: changed CHECKs, predicates and ON DELETE.');
});
