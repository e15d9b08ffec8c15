/** The text of a migration, before prettier. */
export interface NewMigration {
  readonly className: string;
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** `seats-and-invites` at 1764462000000: the file's name without its ending, and the class in it. */
export function migrationNames(name: string, at: number): { file: string; className: string } {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new Error('Give the migration a name such as seats-and-invites: npm run migration:new -- <name>');
  const inOneWord = name.replace(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase());
  return { file: `${at}-${name}`, className: `${inOneWord}${at}` };
}

export function migrationText({ className, up, down }: NewMigration): string {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [${up.map(quoted).join(', ')}];

const back = [${down.map(quoted).join(', ')}];

export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of back) await runner.query(statement);
  }
}
`;
}

/** TypeORM quotes every name; ours need none. */
const quoted = (sql: string) =>
  `\`${sql.replace(/"([a-z_]+)"/g, '$1').replace(/[\\`]|\$(?=\{)/g, (character) => `\\${character}`)}\``;

/** The list of all migrations, from the names of their files. */
export function migrationList(files: readonly string[]): string {
  const names = files.toSorted().map((file) => {
    const [, at, name] = /^(\d+)-(.+)$/.exec(file) ?? [];
    if (at === undefined || name === undefined) throw new Error(`${file}: no name of a migration`);
    return migrationNames(name, Number(at));
  });
  return `${names.map(({ file, className }) => `import { ${className} } from './${file}.js';\n`).join('')}
/** All of them, the oldest first. Written by \`migration:new\`. */
export const migrations = [${names.map(({ className }) => className).join(', ')}];
`;
}
