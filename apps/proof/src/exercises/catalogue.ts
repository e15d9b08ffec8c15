import { ExerciseError, loadCatalogue, type Catalogue } from '@lakeproof/curriculum';
import { SentenceError } from '@lakeproof/terminal';

/**
 * Reads the content tree, of which exercises were asked for by name.
 *
 * @throws SentenceError for a name that is no exercise, and when curriculum.json can't be used
 */
export async function catalogueWith(dir: string, slugs: readonly string[]): Promise<Catalogue> {
  const catalogue = await catalogueIn(dir);
  const known = catalogue.days.flatMap((day) =>
    [...day.exercises, ...day.unavailable].map(({ slug }) => slug),
  );
  const unknown = slugs.filter((slug) => !known.includes(slug));
  if (unknown.length > 0)
    throw new SentenceError(
      `curriculum.json has no exercise ${unknown.join(', ')}. It has: ${known.join(', ')}.`,
    );
  return catalogue;
}

async function catalogueIn(dir: string): Promise<Catalogue> {
  try {
    return await loadCatalogue(dir);
  } catch (error) {
    if (error instanceof ExerciseError) throw new SentenceError(error.message);
    throw error;
  }
}

/** Why exercises of the tree can't be used. */
export const unavailable = ({ days }: Catalogue, wanted: (slug: string) => boolean): string[] =>
  days.flatMap((day) => day.unavailable.filter(({ slug }) => wanted(slug)).map(({ problem }) => problem));
