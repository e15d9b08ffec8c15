import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { migrations } from '../migrations/index.js';
import { migrationList, migrationNames, migrationText } from './migration-text.js';

const folder = join(import.meta.dirname, '../migrations');
const files = readdirSync(folder)
  .filter((name) => /^\d/.test(name))
  .map((name) => name.replace(/\.ts$/, ''));

describe('a new migration', () => {
  it('is named by what it brings and when', () => {
    expect(migrationNames('seats-and-invites', 12)).toEqual({
      file: '12-seats-and-invites',
      className: 'SeatsAndInvites12',
    });
    expect(() => migrationNames('Seats', 12)).toThrow('npm run migration:new');
    expect(() => migrationNames('', 12)).toThrow('npm run migration:new');
  });

  it('says its SQL without needless quotes, safely in a template', () => {
    const text = migrationText({
      className: 'Seats12',
      up: ['ALTER TABLE "cohort" ADD CHECK (name ~ \'\\s`${x}\')'],
      down: [],
    });
    expect(text).toContain("`ALTER TABLE cohort ADD CHECK (name ~ '\\\\s\\`\\${x}')`");
    expect(text).toContain('export class Seats12 implements MigrationInterface');
  });
});

describe('the list of migrations', () => {
  it('holds them all, in order', () => {
    const plain = (text: string) => text.replaceAll(/[\s,]+/g, '');
    expect(plain(migrationList(files))).toBe(plain(readFileSync(join(folder, 'index.ts'), 'utf8')));
    expect(migrations.map(({ name }) => name)).toEqual(
      files.toSorted().map((file) => migrationNames(file.replace(/^\d+-/, ''), parseInt(file)).className),
    );
  });
});
