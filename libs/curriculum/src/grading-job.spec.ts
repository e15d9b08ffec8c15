import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@lakeproof/contracts';
import type { SandboxExercise } from './exercise.js';
import { gradingJob } from './grading-job.js';
import { rubricOf } from './rubric.js';
import { loadInSandbox, temporaryFolder, writeExercise } from './testing/exercise-folder.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let exercise: SandboxExercise;
beforeAll(async () => {
  folder = await temporaryFolder();
  const dir = join(folder.path, 'clean-orders');
  await writeExercise(dir);
  exercise = await loadInSandbox(dir);
});
afterAll(() => folder.remove());

const files = [{ path: 'test_orders.py', content: 'def test_a(): pass' }];

describe('a grading job', () => {
  it('holds the submission, the code under test and every variant', () => {
    const job = gradingJob(exercise, files);
    expect(job).toMatchObject({
      mode: 'tests',
      engine: 'classic',
      submission: files,
      limits: { seconds: 60 },
    });
    expect(job.reference).toBe(exercise.reference);
    expect(job.variants).toHaveLength(8);
    expect(job.variants.slice(0, 3)).toEqual([
      { name: 'reference', kind: 'correct', conf: {}, overlay: [] },
      {
        name: 'anti-join',
        kind: 'correct',
        conf: {},
        overlay: [{ path: 'pipeline.py', content: 'def clean(rows):\n    return rows\n' }],
      },
      {
        name: 'kolkata',
        kind: 'correct',
        conf: { 'spark.sql.session.timeZone': 'Asia/Kolkata' },
        overlay: [],
      },
    ]);
  });

  it('and its rubric take the same choice of variants', () => {
    expect(gradingJob(exercise, files, ['reference']).variants.map(({ name }) => name)).toEqual([
      'reference',
    ]);
    expect(rubricOf(exercise, ['reference']).variants.map(({ name }) => name)).toEqual(['reference']);
  });

  it('always have the reference: without it no test could be valid', () => {
    const names = ['nulls-lost'];
    expect(gradingJob(exercise, files, names).variants.map(({ name }) => name)).toEqual([
      'reference',
      'nulls-lost',
    ]);
    expect(rubricOf(exercise, names).variants.map(({ name }) => name)).toEqual(['reference', 'nulls-lost']);
  });

  it('is refused for a variant the exercise does not have', () => {
    expect(() => gradingJob(exercise, files, ['nulls'])).toThrow(
      'clean-orders has no variant "nulls". It has: reference, anti-join, kolkata,',
    );
  });

  it('is refused for a changed copy of the code under test, with the file', () => {
    const cheat = [...files, { path: 'pipeline.py', content: 'def clean(x): raise ValueError' }];
    expect.assertions(2);
    try {
      gradingJob(exercise, cheat);
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({ code: 'invalid-files', errors: [{ path: 'pipeline.py' }] });
    }
  });
});

describe('a rubric', () => {
  it('is what grading needs of an exercise', () => {
    const { variants, limits } = exercise;
    expect(rubricOf(exercise)).toEqual({ mode: 'tests', points: 10, variants, limits });
  });
});
