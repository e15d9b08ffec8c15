import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ExerciseMode, slugSchema } from '@lakeproof/contracts';
import { ExerciseError, loadCatalogue, loadExercise } from '@lakeproof/curriculum';
import { SentenceError } from '@lakeproof/terminal';
import { prettyJson } from '../pretty-json.js';
import { newFiles } from './files.js';

export interface NewExercise {
  readonly day: string;
  readonly slug: string;
  readonly mode: ExerciseMode;
}

/** The days of a content tree. @throws SentenceError when curriculum.json can't be used */
export async function daysIn(dir: string): Promise<readonly { slug: string; title: string }[]> {
  try {
    return (await loadCatalogue(dir)).days;
  } catch (error) {
    if (error instanceof ExerciseError) throw new SentenceError(error.message);
    throw error;
  }
}

/**
 * Makes the folder of a new exercise, which loads, and names it last in its day. Nothing is overwritten.
 *
 * @param dir the content tree, exercises/
 * @returns the folder
 * @throws SentenceError for a day or a slug that can't be used
 */
export async function writeExercise(dir: string, { day, slug, mode }: NewExercise): Promise<string> {
  await check(dir, day, slug);
  const folder = join(dir, day, slug);
  for (const [path, content] of Object.entries(newFiles[mode](slug))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), typeof content === 'string' ? content : prettyJson(content));
  }
  await loadExercise(folder);
  await nameInCurriculum(join(dir, 'curriculum.json'), day, slug);
  return folder;
}

async function check(dir: string, day: string, slug: string): Promise<void> {
  if (!slugSchema.safeParse(slug).success)
    throw new SentenceError(`"${slug}" is no slug: use lower-case words joined by hyphens.`);
  const days = (await daysIn(dir)).map((one) => one.slug);
  if (!days.includes(day))
    throw new SentenceError(`curriculum.json has no day ${day}. It has: ${days.join(', ')}.`);
  if (await stat(join(dir, day, slug)).catch(() => undefined))
    throw new SentenceError(`${day}/${slug} is there already. Choose another slug.`);
  const text = await readFile(join(dir, 'curriculum.json'), 'utf8');
  const { days: listed } = JSON.parse(text) as { days: { exercises: string[] }[] };
  if (listed.some(({ exercises }) => exercises.includes(slug)))
    throw new SentenceError(`curriculum.json has an exercise ${slug} already: a slug is an address.`);
}

async function nameInCurriculum(file: string, day: string, slug: string): Promise<void> {
  const curriculum = JSON.parse(await readFile(file, 'utf8')) as {
    days: { slug: string; exercises: string[] }[];
  };
  curriculum.days.find((one) => one.slug === day)?.exercises.push(slug);
  await writeFile(file, prettyJson(curriculum));
}
