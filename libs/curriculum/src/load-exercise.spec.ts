import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ExerciseError } from './exercise-error.js';
import { loadExercise } from './load-exercise.js';
import {
  exerciseJson,
  loadInSandbox,
  mutantJson,
  questionJson,
  quizJson,
  soundQuiz,
  temporaryFolder,
  writeExercise,
  writeFiles,
} from './testing/exercise-folder.js';
import type { Files } from './testing/exercise-folder.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dir: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  dir = join(folder.path, 'clean-orders');
});
afterEach(() => folder.remove());

const label = 'exercises/day-1-unit-tests/clean-orders';
const load = () => loadInSandbox(dir, label);

async function problemOf(changes: Files): Promise<string> {
  await writeExercise(dir, changes);
  return load().then(
    () => 'loaded',
    (error: unknown) =>
      error instanceof ExerciseError ? error.message : `not an ExerciseError: ${String(error)}`,
  );
}

const variants = exerciseJson().variants as Record<string, unknown>[];
const withVariant = (index: number, more: Record<string, unknown>) =>
  variants.map((variant, at) => (at === index ? { ...variant, ...more } : variant));

describe('a sound exercise', () => {
  it('is read whole', async () => {
    await writeExercise(dir);
    const exercise = await load();
    expect(exercise).toMatchObject({
      slug: 'clean-orders',
      title: 'Clean the orders',
      mode: 'tests',
      engine: 'classic',
      concepts: ['nulls'],
      minutes: 25,
      points: 10,
      limits: { seconds: 60, variantSeconds: 20, memoryMiB: 2048 },
      readme: '# Clean the orders\n\nWrite tests.\n',
      visibleFiles: [{ path: 'pipeline.py', content: 'def clean(orders):\n    return orders\n' }],
      starterFiles: [{ path: 'test_orders.py', content: 'from pipeline import clean\n' }],
      hiddenTests: [],
      golden: undefined,
    });
    expect(exercise.variants.map(({ name }) => name)).toEqual(variants.map(({ name }) => name));
    expect(exercise.reference.map(({ path }) => path)).toEqual(['pipeline.py', 'secrets/rates.csv']);
    expect(exercise.overlays.get('anti-join')).toEqual([
      { path: 'pipeline.py', content: 'def clean(rows):\n    return rows\n' },
    ]);
    expect(exercise.overlays.has('kolkata')).toBe(false);
  });

  it('keeps files that are not text as bytes', async () => {
    const bytes = new Uint8Array([0xff, 0x00, 0x01]);
    await writeExercise(dir, { 'reference/batch.parquet': bytes });
    const { reference } = await load();
    expect(reference.find(({ path }) => path === 'batch.parquet')?.content).toEqual(bytes);
  });

  it('may hold what tools leave behind, which is left out', async () => {
    await writeExercise(dir, {
      'reference/__pycache__/pipeline.cpython-311.pyc': 'x',
      'starter/.pytest_cache/README.md': 'x',
      'spark-warehouse/t/part-0': 'x',
    });
    expect((await load()).reference.map(({ path }) => path)).toEqual(['pipeline.py', 'secrets/rates.csv']);
  });

  it('may have a mode code, with hidden tests', async () => {
    await writeExercise(dir, {
      'exercise.json': exerciseJson({
        mode: 'code',
        visible: [],
        editable: ['test_orders.py'],
        variants: [{ name: 'reference', kind: 'correct' }],
        hiddenTests: [
          { id: 'test_hidden.py::test_one', weight: 2 },
          { id: 'test_hidden.py::TestTwo::test_two' },
        ],
      }),
      'reference/test_hidden.py': 'def test_one():\n    pass\n',
      ...Object.fromEntries(
        variants.slice(1).map(({ name }) => [`variants/${String(name)}/pipeline.py`, undefined] as const),
      ),
    });
    expect((await load()).hiddenTests).toEqual([
      { id: 'test_hidden.py::test_one', weight: 2 },
      { id: 'test_hidden.py::TestTwo::test_two', weight: 1 },
    ]);
  });
});

describe('a broken exercise.json', () => {
  it.each<{ what: string; json: Record<string, unknown>; says: string }>([
    { what: 'an unknown field', json: { tittle: 'x' }, says: 'Unrecognized key: "tittle"' },
    { what: 'a wrong type', json: { minutes: '25' }, says: 'minutes: Invalid input: expected number' },
    { what: 'an unknown mode', json: { mode: 'exam' }, says: 'mode: must be "tests", "code" or "quiz"' },
    { what: 'an unknown engine', json: { engine: 'flink' }, says: 'engine: Invalid option' },
    { what: 'limits out of range', json: { limits: { seconds: 1 } }, says: 'limits.seconds: Too small' },
    {
      what: 'a path that leaves the folder',
      json: { visible: ['../x.py'] },
      says: 'visible.0: must be a relative path',
    },
    {
      what: 'a visible file that is not there',
      json: { visible: ['nowhere.py'] },
      says: 'visible.0: "nowhere.py" is not in reference/',
    },
    {
      what: 'an editable file that is not there',
      json: { editable: ['test_orders.py', 'nowhere.py'] },
      says: 'editable.1: "nowhere.py" is not in starter/',
    },
    {
      what: 'no reference',
      json: { variants: variants.slice(1) },
      says: 'variants.0: must be { "name": "reference", "kind": "correct" }',
    },
    {
      what: 'a reference with settings',
      json: { variants: withVariant(0, { conf: { 'spark.sql.ansi.enabled': 'false' } }) },
      says: 'variants.0: must be { "name": "reference", "kind": "correct" }',
    },
    {
      what: 'a name twice',
      json: { variants: [...variants, mutantJson('nulls-lost')] },
      says: 'variants.8.name: "nulls-lost" is the name of two variants',
    },
    {
      what: 'a foreign concept',
      json: { variants: withVariant(3, { concept: 'joins' }) },
      says: 'variants.3.concept: "joins" is not in "concepts" (nulls)',
    },
    {
      what: 'an assertion that may be a timeout',
      json: { variants: withVariant(3, { needs: 'assertion', timeoutIsKill: true }) },
      says: 'variants.3.timeoutIsKill: contradicts "needs": "assertion"',
    },
    {
      what: 'a setting that is not of Spark',
      json: { variants: withVariant(2, { conf: { 'user.timezone': 'UTC' } }) },
      says: 'variants.2.conf.user.timezone: ',
    },
    {
      what: 'a mutant without a hint',
      json: { variants: withVariant(3, { hint: '' }) },
      says: 'variants.3.hint: Too small',
    },
    {
      what: 'too few correct variants',
      json: { variants: variants.filter(({ name }) => name !== 'kolkata') },
      says: 'variants: has 2 correct variants: mode "tests" needs at least 3',
    },
    {
      what: 'too few mutants',
      json: { variants: variants.slice(0, -1) },
      says: 'variants: has 4 mutants: mode "tests" needs at least 5',
    },
    {
      what: 'a variant without folder and settings',
      json: { variants: [...variants, mutantJson('nothing')] },
      says: 'variants.8: needs files in variants/nothing/, a "conf", or both',
    },
    {
      what: 'a mutant in mode code',
      json: { mode: 'code', hiddenTests: [{ id: 'test_a.py::test_a' }] },
      says: 'variants.3.kind: must be "correct": in mode "code" hidden tests find the bugs',
    },
    {
      what: 'mode code without hidden tests',
      json: { mode: 'code', variants: variants.slice(0, 3) },
      says: 'hiddenTests: Invalid input',
    },
    {
      what: 'a hidden test in no file',
      json: { mode: 'code', variants: variants.slice(0, 3), hiddenTests: [{ id: 'test_a.py::test_a' }] },
      says: 'hiddenTests.0.id: "test_a.py::test_a" is in no file of reference/',
    },
  ])('with $what is named by file and field', async ({ json, says }) => {
    expect(await problemOf({ 'exercise.json': exerciseJson(json) })).toContain(
      `${label}/exercise.json: ${says}`,
    );
  });

  it('has all its problems named at once', async () => {
    const message = await problemOf({
      'exercise.json': exerciseJson({ visible: ['a.py'], editable: ['b.py'] }),
    });
    expect(message.split('\n')).toEqual([
      `${label}/exercise.json: visible.0: "a.py" is not in reference/`,
      `${label}/exercise.json: editable.0: "b.py" is not in starter/`,
      `${label}/exercise.json: editable: starter/test_orders.py is there, but not in the list: no learner would get it`,
    ]);
  });

  it('that is no JSON is named with the place', async () => {
    expect(await problemOf({ 'exercise.json': '{ "title": }' })).toMatch(
      `${label}/exercise.json: is not JSON: `,
    );
  });
});

describe('a broken folder', () => {
  it.each<{ what: string; files: Files; says: string }>([
    { what: 'no exercise.json', files: { 'exercise.json': undefined }, says: '/exercise.json: is missing' },
    { what: 'no README.md', files: { 'README.md': undefined }, says: '/README.md: is missing' },
    { what: 'an empty README.md', files: { 'README.md': '\n' }, says: '/README.md: is empty' },
    {
      what: 'a README.md that is not text',
      files: { 'README.md': new Uint8Array([0xff]) },
      says: '/README.md: must be UTF-8 text',
    },
    {
      what: 'a starter file that is not text',
      files: { 'starter/test_orders.py': new Uint8Array([0xff]) },
      says: '/starter/test_orders.py: must be UTF-8 text',
    },
    {
      what: 'an overlay that changes nothing',
      files: { 'variants/nulls-lost/pipeline.py': 'def clean(orders):\n    return orders\n' },
      says: '/exercise.json: variants.3: variants/nulls-lost/pipeline.py equals reference/pipeline.py',
    },
    {
      what: 'an overlay of no variant',
      files: { 'variants/forgotten/pipeline.py': 'x' },
      says: '/exercise.json: variants: variants/forgotten/ is there, but no variant of that name',
    },
    {
      what: 'an overlay of the reference',
      files: { 'variants/reference/pipeline.py': 'x' },
      says: '/exercise.json: variants.0: variants/reference/ must not exist',
    },
    {
      what: 'a folder nobody reads',
      files: { 'variant/x.py': 'x' },
      says: '/variant: is no part of an exercise',
    },
    {
      what: 'a file for a folder',
      files: { variants: 'x', ...withoutOverlays() },
      says: '/variants: must be a folder',
    },
    {
      what: 'a folder for a file',
      files: { 'README.md': undefined, 'README.md/x': 'x' },
      says: '/README.md: must be a plain file',
    },
    {
      what: 'a starter file in the place of the code under test',
      files: {
        'exercise.json': exerciseJson({ editable: ['test_orders.py', 'pipeline.py'] }),
        'starter/pipeline.py': 'x',
      },
      says: '/starter: pipeline.py stands in the place of pipeline.py, which belongs to the exercise',
    },
    {
      what: 'a file larger than any content',
      files: { 'reference/big.csv': 'x'.repeat(4 * 1024 * 1024 + 1) },
      says: '/reference/big.csv: has 4194305 bytes: at most 4194304 are taken',
    },
    {
      what: 'a golden.json about a bug that is not there',
      files: {
        'golden.json': {
          digest: 'x',
          outcomes: { solution: { score: 1, validTests: 1, falseAlarms: 0, caught: ['nulls-lots'] } },
        },
      },
      says: '/golden.json: outcomes.solution.caught.0: "nulls-lots" is no mutant or question of this exercise',
    },
    {
      what: 'a golden.json about something else',
      files: { 'golden.json': { digest: 'x', outcomes: { sample: {} } } },
      says: '/golden.json: outcomes.sample: ',
    },
  ])('with $what is refused by name', async ({ files, says }) => {
    expect(await problemOf(files)).toContain(`${label}${says}`);
  });

  it('that is not there is named', async () => {
    await expect(load()).rejects.toThrow(`${label}: is missing: there is no such folder`);
  });

  it('whose name is no slug is refused', async () => {
    const odd = join(folder.path, 'Clean_Orders');
    await writeExercise(odd);
    await expect(loadExercise(odd)).rejects.toThrow(
      'Clean_Orders: must be lower-case words joined by hyphens',
    );
  });

  it.each(['reference/link.py', 'starter/link.py', 'variants/anti-join/link.py', 'link'])(
    'with a symbolic link at %s is refused, even when it stays inside',
    async (path) => {
      await writeExercise(dir);
      await symlink(join(dir, 'reference/pipeline.py'), join(dir, path));
      await expect(load()).rejects.toThrow(`${label}/${path}: is a symbolic link`);
    },
  );

  it('whose overlay folder is a link is refused', async () => {
    await writeExercise(dir);
    await symlink(join(dir, 'reference'), join(dir, 'variants/kolkata'));
    await expect(load()).rejects.toThrow(`${label}/variants/kolkata: is a symbolic link`);
  });

  it('with a pipe is refused without waiting for its other end', async () => {
    await writeExercise(dir);
    execFileSync('mkfifo', [join(dir, 'reference/pipe')]);
    await expect(load()).rejects.toThrow(`${label}/reference/pipe: is neither a file nor a folder`);
  });

  it('with a file name a sandbox cannot take is refused', async () => {
    await writeExercise(dir);
    await writeFile(join(dir, 'reference/a\nb.py'), 'x');
    await expect(load()).rejects.toThrow('must be a relative path');
  });
});

function withoutOverlays(): Files {
  return Object.fromEntries(
    variants.slice(1).map(({ name }) => [`variants/${String(name)}/pipeline.py`, undefined]),
  );
}

describe('a golden.json', () => {
  it('is read', async () => {
    const golden = {
      digest: 'abc',
      outcomes: {
        solution: { score: 1, validTests: 1, falseAlarms: 0, caught: ['nulls-lost'] },
        'samples/hostile': { score: null, validTests: 0, falseAlarms: 0, caught: [], reason: 'timeout' },
      },
    };
    await writeExercise(dir, { 'golden.json': golden });
    expect((await load()).golden).toEqual(golden);
  });
});

describe('a quiz', () => {
  const quiz = join('quizzes', 'day-1-opening');
  const write = (changes: Files = {}) => writeFiles(join(folder.path, quiz), { ...soundQuiz, ...changes });
  const loadQuiz = () => loadExercise(join(folder.path, quiz), 'day-1-opening');

  it('is read with its questions, and nothing of a sandbox', async () => {
    await write();
    const exercise = await loadQuiz();
    expect(exercise).toMatchObject({ slug: 'day-1-opening', mode: 'quiz', points: 6, golden: undefined });
    expect(exercise.mode === 'quiz' && exercise.questions.map(({ id }) => id)).toEqual([
      'null-filter',
      'null-join',
      'null-count',
    ]);
    expect(exercise).not.toHaveProperty('variants');
  });

  it.each<{ what: string; changes: Files; says: string }>([
    {
      what: 'two questions',
      changes: { 'exercise.json': quizJson({ questions: (quizJson().questions as unknown[]).slice(1) }) },
      says: 'questions: Too small',
    },
    {
      what: 'an id twice',
      changes: {
        'exercise.json': quizJson({
          questions: [...(quizJson().questions as unknown[]), questionJson('null-join', 'joins', ['a'])],
        }),
      },
      says: 'questions.3.id: "null-join" is the id of two questions',
    },
    {
      what: 'a foreign concept',
      changes: { 'exercise.json': quizJson({ concepts: ['nulls'] }) },
      says: 'questions.1.concept: "joins" is not in "concepts" (nulls)',
    },
    {
      what: 'an engine',
      changes: { 'exercise.json': quizJson({ engine: 'classic' }) },
      says: 'Unrecognized key: "engine"',
    },
    { what: 'variants/', changes: { 'variants/x/y.py': 'x' }, says: 'variants: is no part of a quiz' },
    {
      what: 'a golden.json about a question that is not there',
      changes: {
        'golden.json': {
          digest: 'x',
          outcomes: { solution: { score: 1, validTests: 1, falseAlarms: 0, caught: ['nope'] } },
        },
      },
      says: '"nope" is no mutant or question of this exercise',
    },
  ])('with $what is refused', async ({ changes, says }) => {
    await write(changes);
    await expect(loadQuiz()).rejects.toThrow(says);
  });
});
