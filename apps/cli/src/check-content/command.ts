import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ExerciseError, loadCatalogue } from '@lakeproof/curriculum';
import { Command, CommanderError } from 'commander';
import type { Io } from '../io.js';
import { Lines } from '../lines.js';
import { curriculumTable, writes } from './curriculum-table.js';
import { wordProblems } from './words.js';

/**
 * `npm run check:content`: what can be said of the content without running it. What doesn't load, links that
 * lead nowhere, pictures without words, code that nobody runs; placeholders and misspelt names; a table in
 * docs/curriculum.md that is out of date.
 *
 * @returns 0 when all is well, 1 when something is found, 2 for a wrong command line
 */
export async function runCheckContent(args: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = new Command('check:content')
    .description('Checks what is written under exercises/, without running it')
    .option('--write', 'writes the table in docs/curriculum.md anew')
    .exitOverride()
    .configureOutput({ writeErr: (text) => io.stderr.write(text) })
    .action(async ({ write = false }: { write?: boolean }) => {
      code = await check(io, write);
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof ExerciseError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function check(io: Io, write: boolean): Promise<number> {
  const folder = io.env.EXERCISES_DIR ?? 'exercises';
  const lines = new Lines(io);
  const tell = (what: string, problems: readonly string[]) => {
    if (problems.length > 0) lines.bad(what, problems);
    else lines.good(what);
  };
  const catalogue = await loadCatalogue(folder);
  tell('everything loads, and every link leads somewhere', catalogue.problems);
  tell('the words', await wordsOf(folder));
  const page = join(folder, '../docs/curriculum.md');
  const table = curriculumTable(catalogue);
  if (write) await writeFile(page, table);
  const committed = await readFile(page, 'utf8').catch(() => '');
  tell('docs/curriculum.md', committed === table ? [] : [`It is out of date: ${writes}`]);
  return lines.finish();
}

/** Texts that learners read. The code of submissions and variants says what it says on purpose. */
async function wordsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(({ name }) => name.endsWith('.md') || name === 'exercise.json' || name === 'template.json')
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const found = await Promise.all(
    paths.map(async (path) =>
      wordProblems(await readFile(path, 'utf8')).map((problem) => `${relative(folder, path)}:${problem}`),
    ),
  );
  return found.flat();
}
