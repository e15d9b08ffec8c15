import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { loadCatalogue, type Exercise } from '@lakeproof/curriculum';
import type { Io } from '@lakeproof/terminal';
import { Command } from 'commander';
import { runProgram } from '../run-program.js';
import { Lines } from '../lines.js';
import { curriculumTable, writes } from './curriculum-table.js';
import { mutantProblems } from './mutants.js';
import { toolProblems } from './tools.js';
import { wordProblems } from './words.js';

/**
 * `npm run check:content`: what can be said of the content without a sandbox. What doesn't load, links that
 * lead nowhere, pictures without words, code that nobody runs; placeholders and misspelt names; mutants that are more
 * than one seeded bug; data that its tool doesn't write; a table in docs/curriculum.md that is out of date.
 *
 * @returns 0 when all is well, 1 when something is found, 2 for a wrong command line, and when curriculum.json can't be used
 */
export async function runCheckContent(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('check:content')
    .description('Checks what is written under exercises/, without a sandbox')
    .option('--write', 'writes the table in docs/curriculum.md anew');
  return runProgram(program, args, io, ({ write = false }: { write?: boolean }) => check(io, write));
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
  tell('each mutant is one seeded bug', [...catalogue.exercises.values()].flatMap(mutantsOf));
  tell('tools write the data that is there', await toolProblems(folder));
  const page = join(folder, '../docs/curriculum.md');
  const table = curriculumTable(catalogue);
  if (write) await writeFile(page, table);
  const committed = await readFile(page, 'utf8').catch(() => '');
  tell('docs/curriculum.md', committed === table ? [] : [`It is out of date: ${writes}`]);
  return lines.finish();
}

const mutantsOf = (exercise: Exercise) => (exercise.mode === 'tests' ? mutantProblems(exercise) : []);

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
