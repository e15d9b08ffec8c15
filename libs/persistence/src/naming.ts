import { DefaultNamingStrategy, Table } from 'typeorm';

const nameOf = (table: Table | string) =>
  (table instanceof Table ? table.name : table).split('.').at(-1) ?? '';

/** `userId` in code, `user_id` in SQL; constraints get the names Postgres itself would give them. */
export class PostgresNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }

  override primaryKeyName(table: Table | string): string {
    return `${nameOf(table)}_pkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return [nameOf(table), ...columns, 'key'].join('_');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return [nameOf(table), ...columns, 'fkey'].join('_');
  }
}
