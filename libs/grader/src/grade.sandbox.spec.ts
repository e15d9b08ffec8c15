import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Verdict } from '@lakeproof/contracts';
import { loadExercise, ownSubmissions } from '@lakeproof/curriculum';
import { writeExample } from '@lakeproof/curriculum/testing';
import { withSandboxes } from '@lakeproof/sandbox';
import { grade } from './grade.js';
import { gradeTogether } from './grade-together.js';
import { gradingPlan, type GradingPlan } from './plan.js';

jest.setTimeout(300_000);

let folder: string;
let plans: ReadonlyMap<string, GradingPlan>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lakeproof-grader-'));
  const exercise = await loadExercise(await writeExample(folder));
  if (exercise.mode === 'quiz') throw new Error('the example runs in a sandbox');
  const submissions = await ownSubmissions(exercise);
  plans = new Map([...submissions].map(([name, files]) => [name, gradingPlan(exercise, files)]));
});
afterAll(() => rm(folder, { recursive: true }));

/** Of a verdict what is not a matter of time or of the order of the runs, which is drawn. */
const lasting = ({ state, score, tests, variants, matrix }: Verdict) => ({
  ...{ state, score, tests },
  variants: variants.map(({ name, outcome, cause }) => ({ name, outcome, cause })),
  matrix: matrix.map(({ test, variant, outcome }) => `${test} on ${variant}: ${outcome}`).sort(),
});

describe('submissions that share a sandbox', () => {
  it('come to the verdicts they have alone', async () => {
    const size = { warm: 0, atOnce: 1, owner: `spec-${randomUUID()}` };
    await withSandboxes(size, process, async (pool, signal) => {
      const together = await gradeTogether(plans, await pool.take(), signal);
      for (const [name, plan] of plans) {
        const { verdict } = await grade(plan, await pool.take(), { signal });
        const shared = together?.get(name);
        expect(shared && lasting(shared)).toEqual(lasting(verdict));
      }
      expect([...(together ?? [])].map(([name, { score }]) => [name, score])).toEqual([
        ['solution', 1],
        ['samples/weak', 0.2],
      ]);
    });
  });
});
