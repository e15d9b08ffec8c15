import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exerciseDigest, submissionDigest } from './digest.js';
import { loadExercise } from './load-exercise.js';
import { ownSubmissions } from './own-submissions.js';
import {
  exerciseJson,
  mutantJson,
  quizJson,
  soundQuiz,
  temporaryFolder,
  writeExercise,
  writeFiles,
} from './testing/exercise-folder.js';
import type { Files } from './testing/exercise-folder.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

let written = 0;
async function load(changes: Files = {}) {
  const dir = join(folder.path, `exercise-${String(++written)}`);
  await writeExercise(dir, changes);
  return loadExercise(dir);
}
const variants = exerciseJson().variants as Record<string, unknown>[];
const replaced = (index: number, by: Record<string, unknown>) => ({
  'exercise.json': exerciseJson({ variants: variants.map((variant, at) => (at === index ? by : variant)) }),
});

describe("an exercise's digest", () => {
  it('is a SHA-256 that depends on content alone', async () => {
    const [one, two] = [await load(), await load()];
    expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(two.digest).toBe(one.digest);
    expect(exerciseDigest(one)).toBe(one.digest);
  });

  it.each<{ what: string; changes: Files }>([
    { what: 'the reference', changes: { 'reference/pipeline.py': '# other\n' } },
    { what: 'a hidden file', changes: { 'reference/secrets/rates.csv': 'EUR,2\n' } },
    {
      what: "a file's name",
      changes: { 'reference/secrets/rates.csv': undefined, 'reference/rates.csv': 'EUR,1\n' },
    },
    { what: 'an overlay', changes: { 'variants/nulls-lost/pipeline.py': '# other\n' } },
    { what: 'points', changes: { 'exercise.json': exerciseJson({ points: 5 }) } },
    { what: 'a limit', changes: { 'exercise.json': exerciseJson({ limits: { seconds: 61 } }) } },
    { what: 'the engine', changes: { 'exercise.json': exerciseJson({ engine: 'connect' }) } },
    { what: 'a weight', changes: replaced(3, mutantJson('nulls-lost', { weight: 2 })) },
    { what: 'needs', changes: replaced(3, mutantJson('nulls-lost', { needs: 'assertion' })) },
    { what: 'timeoutIsKill', changes: replaced(3, mutantJson('nulls-lost', { timeoutIsKill: true })) },
    {
      what: 'a setting',
      changes: replaced(2, {
        name: 'kolkata',
        kind: 'correct',
        conf: { 'spark.sql.session.timeZone': 'UTC' },
      }),
    },
  ])('changes with $what', async ({ changes }) => {
    expect((await load(changes)).digest).not.toBe((await load()).digest);
  });

  it.each<{ what: string; changes: Files }>([
    { what: 'the task', changes: { 'README.md': '# Other' } },
    {
      what: 'a story',
      changes: replaced(3, mutantJson('nulls-lost', { story: 'Other', hint: 'Other', title: 'Other' })),
    },
    { what: 'the starter', changes: { 'starter/test_orders.py': '# other' } },
    { what: 'a sample', changes: { 'samples/weak/test_orders.py': '# other' } },
    { what: 'a cache', changes: { 'reference/__pycache__/pipeline.pyc': 'x' } },
  ])('does not change with $what', async ({ changes }) => {
    expect((await load(changes)).digest).toBe((await load()).digest);
  });
});

describe('the digest of a submission', () => {
  const digest = async (name = 'solution', changes: Files = {}) => {
    const exercise = await load(changes);
    return submissionDigest(exercise, (await ownSubmissions(exercise)).get(name) ?? []);
  };

  it('is the same for the same content', async () => {
    expect(await digest()).toBe(await digest());
    expect(await digest()).toBe(await digest('solution', { 'samples/weak/test_orders.py': '# other' }));
  });

  it('changes with its files and with the code under test', async () => {
    expect(await digest('samples/weak')).not.toBe(await digest());
    expect(await digest('solution', { 'solution/test_orders.py': '# other' })).not.toBe(await digest());
    expect(await digest('solution', { 'reference/pipeline.py': '# other\n' })).not.toBe(await digest());
  });
});

describe("a quiz's digest", () => {
  interface Question {
    text: string;
    choices: { text: string; why: string }[];
  }
  async function digest(change: (questions: Question[]) => void = () => undefined): Promise<string> {
    const dir = join(folder.path, `quiz-${String(++written)}`);
    const json = structuredClone(quizJson());
    change(json.questions as Question[]);
    await writeFiles(dir, { ...soundQuiz, 'exercise.json': json });
    return (await loadExercise(dir)).digest;
  }

  it('changes with the order of choices, which the letters of answers stand for', async () => {
    expect(await digest(([first]) => first?.choices.reverse())).not.toBe(await digest());
  });

  it('does not change with an explanation', async () => {
    const mended = await digest(([first]) => {
      if (first?.choices[0]) first.choices[0].why = 'Said better';
    });
    expect(mended).toBe(await digest());
  });
});
