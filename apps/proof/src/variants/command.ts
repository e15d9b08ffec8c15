import { inSandbox, type Variant } from '@lakeproof/contracts';
import type { SandboxExercise } from '@lakeproof/curriculum';
import { paintFor, SentenceError, type Io } from '@lakeproof/terminal';
import { Command } from 'commander';
import { catalogueWith, unavailable } from '../exercises/catalogue.js';
import { runProgram } from '../run-program.js';
import { statText, variantText } from './variant-text.js';

interface Options {
  readonly only?: string;
  readonly stat?: boolean;
}

/**
 * `npm run variants`: shows how each variant of an exercise differs from its reference.
 *
 * @returns 0, or 2 for a wrong command line and an exercise that can't be used
 */
export async function runVariants(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('variants')
    .description('Shows how the variants of an exercise differ from its reference')
    .argument('<exercise>', 'its slug')
    .option('--only <variant>', 'this variant alone')
    .option('--stat', 'a line a variant, with how many lines it adds and removes');
  return runProgram(program, args, io, (slug: string, options: Options) => show(slug, options, io));
}

async function show(slug: string, { only, stat = false }: Options, io: Io): Promise<number> {
  const exercise = await exerciseIn(io.env.EXERCISES_DIR ?? 'exercises', slug);
  const text = stat ? statText : variantText;
  const paint = paintFor(io.stdout, io.env);
  for (const variant of chosen(exercise, only)) io.stdout.write(`${text(exercise, variant, paint)}\n`);
  return 0;
}

/** @throws SentenceError when it isn't there, can't be loaded or has no variants */
async function exerciseIn(dir: string, slug: string): Promise<SandboxExercise> {
  const catalogue = await catalogueWith(dir, [slug]);
  const exercise = catalogue.exercises.get(slug);
  if (!exercise) throw new SentenceError(unavailable(catalogue, (one) => one === slug).join('\n'));
  if (!inSandbox(exercise))
    throw new SentenceError(`${slug} is of mode ${exercise.mode}: it has no variants.`);
  return exercise;
}

/** The reference is what the others are compared with. */
function chosen({ slug, variants }: SandboxExercise, only: string | undefined): readonly Variant[] {
  const others = variants.filter(({ name }) => name !== 'reference');
  if (only === undefined) return others;
  const named = others.filter(({ name }) => name === only);
  if (named.length > 0) return named;
  throw new SentenceError(
    `${slug} has no variant ${only}. It has: ${others.map(({ name }) => name).join(', ')}.`,
  );
}
