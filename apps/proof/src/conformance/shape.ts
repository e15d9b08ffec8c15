import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxFile } from '@lakeproof/contracts';
import { SentenceError } from '@lakeproof/terminal';
import { z } from 'zod';
import { outcomesSchema, type Outcomes } from './outcomes.js';

const settingsSchema = z.strictObject({
  /** What the shape is about that its files don't say. */
  about: z.string().optional(),
  engine: z.enum(['classic', 'connect']).default('classic'),
  /** Added to plain pytest's command line: what stands in for options whose plugins the image lacks. */
  plainArguments: z.array(z.string()).default([]),
  /** Words of which each must be in a note to the learner or the trainer. */
  notes: z.array(z.string()).default([]),
  /** Tests that end otherwise by design, with the reason. */
  differs: z.record(z.string(), z.string()).default({}),
});

const recordedSchema = z.strictObject({ digest: z.string(), outcomes: outcomesSchema });

/** A suite as learners write them, and what is known of it. */
export interface Shape extends z.infer<typeof settingsSchema> {
  readonly name: string;
  readonly files: readonly SandboxFile[];
  /** Of the suite and of all that plain pytest's outcome depends on. */
  readonly digest: string;
  /** Of the suite and of what is said about it in shape.json. */
  readonly inputs: string;
  /** What plain pytest came to, under which digest. */
  readonly recorded: { readonly digest: string; readonly outcomes: Outcomes } | undefined;
}

/** Where a shape's recorded outcome lies. */
export const recordOf = (folder: string, name: string) => join(folder, name, 'plain.json');

/**
 * Reads the shapes of these names, all unless told.
 *
 * @param stock digest of image recipe and packages
 * @throws SentenceError for a name that is no shape, and for a file of ours that can't be used
 */
export async function readShapes(folder: string, names: readonly string[], stock: string): Promise<Shape[]> {
  const known = (await readdir(folder)).sort();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new SentenceError(`There is no shape ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  return Promise.all(
    (names.length > 0 ? names : known).map(async (name) => {
      const settings =
        (await readJson(join(folder, name, 'shape.json'), settingsSchema)) ?? settingsSchema.parse({});
      const files = await filesIn(join(folder, name, 'suite'));
      const hash = createHash('sha256').update(JSON.stringify([stock, settings.plainArguments]));
      for (const { path, content } of files) hash.update(`\0${path}\0`).update(content);
      const recorded = await readJson(recordOf(folder, name), recordedSchema);
      const digest = hash.digest('hex').slice(0, 16);
      const inputs = createHash('sha256')
        .update(JSON.stringify([digest, settings]))
        .digest('hex');
      return { ...settings, name, files, digest, inputs, recorded };
    }),
  );
}

async function filesIn(folder: string): Promise<SandboxFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({ path: path.slice(folder.length + 1), content: await readFile(path) })),
  );
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  if (!existsSync(path)) return undefined;
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new SentenceError(`${path} can't be used: ${why}`);
  }
}
