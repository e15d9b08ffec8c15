import { access, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { SentenceError } from '@lakeproof/terminal';
import { nearest } from './nearest.js';

/** Where exercises are looked for by name. */
export interface Surroundings {
  /** Its `exercises/`, or that of a folder above it, is searched. */
  readonly cwd: string;
  /** EXERCISES_DIR: searched instead. */
  readonly exercisesDir?: string | undefined;
}

/**
 * The folder of the exercise that was asked for: by its path, its slug (`join-fan-out`), or slug and day
 * (`day-1-unit-tests/join-fan-out`). A path to an exercise comes first; any other folder may have a slug's name, such as the
 * learner's own. A path that leads nowhere is given back as it is, for the loader to say what is wrong with it.
 *
 * @throws SentenceError for a name that no exercise has, or several
 */
export async function findExercise(asked: string, { cwd, exercisesDir }: Surroundings): Promise<string> {
  const path = resolve(cwd, asked);
  if (await isThere(join(path, 'exercise.json'))) return path;
  const root = exercisesDir ?? (await exercisesAbove(cwd));
  if (root === undefined) return path;
  const all = await exercisesIn(root);
  const found = all.filter(({ slug, day }) => asked === slug || asked === `${day}/${slug}`);
  const [first, ...others] = found;
  if (first && others.length === 0) return join(root, first.day, first.slug);
  if (first)
    throw new SentenceError(
      `Several exercises are called ${asked}. Name one with its day: ${found.map(inDay).join(', ')}.`,
    );
  if (!isName(asked) || (await isThere(path))) return path;
  throw new SentenceError(unknown(asked, root, [...new Set(all.map(({ slug }) => slug))]));
}

/** The `exercises/` of this folder or of the nearest one above it. */
async function exercisesAbove(folder: string): Promise<string | undefined> {
  const here = join(folder, 'exercises');
  if (await isThere(join(here, 'curriculum.json'))) return here;
  const above = dirname(folder);
  return above === folder ? undefined : exercisesAbove(above);
}

interface Place {
  readonly day: string;
  readonly slug: string;
}

/** By what lies there: an author's exercise may not be in curriculum.json yet. */
async function exercisesIn(root: string): Promise<Place[]> {
  const days = await foldersIn(root);
  const places = await Promise.all(
    days.map(async (day) => (await foldersIn(join(root, day))).map((slug): Place => ({ day, slug }))),
  );
  const withExercise = await Promise.all(
    places
      .flat()
      .map(async (place) =>
        (await isThere(join(root, place.day, place.slug, 'exercise.json'))) ? [place] : [],
      ),
  );
  return withExercise.flat();
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function unknown(asked: string, root: string, slugs: readonly string[]): string {
  const near = nearest(asked, slugs);
  const names = near.length > 0 ? `Nearest by name: ${near.join(', ')}.` : `There are: ${slugs.join(', ')}.`;
  return `There is no exercise ${asked} in ${root}, and no such folder.${slugs.length > 0 ? ` ${names}` : ''}`;
}

const isName = (asked: string) => !/[\\/]|^\.+$/.test(asked);
const inDay = ({ day, slug }: Place) => `${day}/${slug}`;
const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
