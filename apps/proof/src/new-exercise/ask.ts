import { isCancel, select, text } from '@clack/prompts';
import { type ExerciseMode, exerciseModes, slugSchema } from '@lakeproof/contracts';
import { daysIn, type NewExercise } from './write-exercise.js';

export interface Asked {
  readonly day: string | undefined;
  readonly slug: string | undefined;
  readonly mode: ExerciseMode | undefined;
}

const modeWords: Readonly<Record<ExerciseMode, string>> = {
  tests: 'they write tests, graded by seeded bugs',
  code: 'they write code or configuration, graded by hidden tests',
  quiz: 'they answer questions, graded at once',
};

/** Asks for what was not given; undefined when the questions were left by Escape or Ctrl-C. */
export async function askForMissing(given: Asked, dir: string): Promise<NewExercise | undefined> {
  const day = given.day ?? (await askDay(dir));
  if (isCancel(day)) return undefined;
  const slug = given.slug ?? (await askSlug());
  if (isCancel(slug)) return undefined;
  const mode = given.mode ?? (await askMode());
  if (isCancel(mode)) return undefined;
  return { day, slug, mode };
}

const askDay = async (dir: string) =>
  select({
    message: 'Which day is it for?',
    options: (await daysIn(dir)).map(({ slug, title }) => ({ value: slug, label: title, hint: slug })),
  });

const askSlug = () =>
  text({
    message: 'What is its slug? It becomes its folder and its address.',
    placeholder: 'late-shipments',
    validate: (slug) =>
      slugSchema.safeParse(slug).success ? undefined : 'Lower-case words joined by hyphens, please.',
  });

const askMode = () =>
  select({
    message: 'What do learners do?',
    options: exerciseModes.map((value) => ({ value, label: value, hint: modeWords[value] })),
  });
