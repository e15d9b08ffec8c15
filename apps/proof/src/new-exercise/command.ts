import { type ExerciseMode, exerciseModes } from '@lakeproof/contracts';
import { type Io, SentenceError } from '@lakeproof/terminal';
import { Command, Option } from 'commander';
import { runProgram } from '../run-program.js';
import { askForMissing, type Asked } from './ask.js';
import { writeExercise } from './write-exercise.js';

/**
 * `npm run new:exercise`: makes the folder of a new exercise. What isn't given is asked for on a terminal.
 *
 * @returns 0 when it is made, 1 when the questions were left, 2 for what can't be made
 */
export async function runNewExercise(args: readonly string[], io: Io, interactive: boolean): Promise<number> {
  const program = new Command('new:exercise')
    .description('Makes the folder of a new exercise and names it in curriculum.json')
    .argument('[day]', 'slug of the day')
    .argument('[exercise]', 'slug of the exercise')
    .addOption(new Option('--mode <mode>', 'what learners do (tests unless asked)').choices(exerciseModes));
  return runProgram(
    program,
    args,
    io,
    (day: string | undefined, slug: string | undefined, { mode }: { mode?: ExerciseMode }) =>
      make({ day, slug, mode }, io, interactive),
  );
}

async function make(given: Asked, io: Io, interactive: boolean): Promise<number> {
  const dir = io.env.EXERCISES_DIR ?? 'exercises';
  const wanted = interactive ? await askForMissing(given, dir) : withDefaults(given);
  if (!wanted) return 1;
  const folder = await writeExercise(dir, wanted);
  io.stdout.write(`${folder} is made, and named in curriculum.json. It loads, but is not finished:
  1. replace every ‹placeholder›
  2. npm run verify:exercises -- ${wanted.slug} --update
docs/adding-an-exercise.md says how to write each part.
`);
  return 0;
}

function withDefaults({ day, slug, mode = 'tests' }: Asked) {
  if (day === undefined || slug === undefined)
    throw new SentenceError(
      'Name the day and the exercise: npm run new:exercise -- day-1-unit-tests my-exercise',
    );
  return { day, slug, mode };
}
