import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  exerciseLimitsSchema,
  reasonSchema,
  testOutcomeSchema,
  type SubmissionFile,
} from '@lakeproof/contracts';
import { readSubmission } from '@lakeproof/curriculum';
import { SentenceError } from '@lakeproof/terminal';
import { z } from 'zod';

const limits = exerciseLimitsSchema.shape;
/** `not-run`: no word of it was reported. */
const cellSchema = z.enum([...testOutcomeSchema.options, 'not-run']);
const names = z.array(z.string().min(1));

/** attack.json: what is tried, and what must come of it. */
export const attackSchema = z.strictObject({
  tries: z.string().min(1),
  /** What must be true afterwards, for people. */
  proves: z.string().min(1),
  /** Attacks of one batch are graded as one submission: they must not stop each other. */
  batch: z.string().min(1).optional(),
  /** Versions it runs against, `reference` always among them; all unless told. */
  variants: names.optional(),
  limits: z
    .strictObject({
      seconds: limits.seconds.unwrap().optional(),
      variantSeconds: limits.variantSeconds.unwrap().optional(),
      memoryMiB: limits.memoryMiB.unwrap().optional(),
    })
    .optional(),
  expect: z.strictObject({
    /** Null: graded. */
    reason: reasonSchema.nullable(),
    /** Of the verdict, as a regular expression. */
    message: z.string().optional(),
    /** Each of its tests, by name without parameters, and how it ends on every version; several where they differ. */
    tests: z.record(z.string(), z.union([cellSchema, z.array(cellSchema).min(1)])).default({}),
    /** The bugs its tests catch: none, unless honest tests are among them. */
    catches: names.default([]),
    /** Of the whole submission, in place of `catches`: for one that catches bugs by luck and pays for it. */
    score: z.number().min(0).max(1).optional(),
    /** Codes of the integrity notes that must be there. */
    notes: names.default([]),
  }),
});

export interface Attack extends z.output<typeof attackSchema> {
  readonly name: string;
  readonly files: readonly SubmissionFile[];
  /** Of its folder `beside`: a suite that is sent first, and keeps another sandbox for as long as this one is graded. */
  readonly beside: readonly SubmissionFile[];
}

/**
 * Reads all attacks of a folder: each has one of its own, with attack.json and the hostile files.
 *
 * @throws SentenceError naming the file that can't be used
 */
export async function readAttacks(dir: string): Promise<Attack[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => {
    throw new SentenceError(`There is no folder ${dir}.`);
  });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== exerciseFolder);
  return Promise.all(folders.map(({ name }) => readAttack(join(dir, name), name)));
}

/** The exercise that is attacked lies beside the attacks. */
export const exerciseFolder = 'exercise';
const besideFolder = 'beside/';

async function readAttack(folder: string, name: string): Promise<Attack> {
  const file = join(folder, 'attack.json');
  try {
    const attack = attackSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const files = await readSubmission(folder);
    const sent = files.filter(({ path }) => path !== 'attack.json');
    return {
      ...{ ...attack, name, files: sent.filter(({ path }) => !path.startsWith(besideFolder)) },
      beside: sent
        .filter(({ path }) => path.startsWith(besideFolder))
        .map((file) => ({ ...file, path: file.path.slice(besideFolder.length) })),
    };
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new SentenceError(`${file}: ${problem}`);
  }
}
