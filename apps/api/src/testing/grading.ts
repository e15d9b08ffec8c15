import { type IntegrityNote, type Progress, submissionIdSchema, type Verdict } from '@lakeproof/contracts';
import { type Claim, claim, settle } from '@lakeproof/persistence';
import type { ApiUnderTest } from './api-under-test.js';

type Seeded = Pick<ApiUnderTest, 'database'>;

/** Takes a submission as a worker does. */
export async function claimed(api: Seeded, id: string, owner = 'a worker of a spec'): Promise<Claim> {
  const answer = await claim(api.database.dataSource.manager, submissionIdSchema.parse(id), {
    owner,
    lease: 60,
  });
  if (typeof answer === 'string') throw new Error(`The submission could not be claimed: ${answer}`);
  return answer;
}

/** Ends a claimed submission as a worker does. */
export async function settled(
  api: Seeded,
  held: Claim,
  verdict: Verdict,
  integrity: readonly IntegrityNote[] = [],
): Promise<void> {
  const written = await settle(api.database.dataSource.manager, held, {
    verdict,
    integrity,
    exerciseDigest: held.exerciseDigest,
  });
  if (!written) throw new Error('The claim was lost.');
}

/** One bug caught, one survived, and a third left out, as a verdict on the fixture exercise. */
export const someVerdict: Verdict = {
  state: 'graded',
  reason: null,
  score: 0.5,
  points: 5,
  maxPoints: 10,
  tests: [{ id: 'test_orders.py::test', valid: true, falseAlarmOn: [] }],
  variants: [
    { name: 'reference', kind: 'correct', concept: null, outcome: 'passed', caughtBy: [], cause: null },
    {
      name: 'null-status-lost',
      kind: 'mutant',
      concept: 'nulls',
      outcome: 'caught',
      caughtBy: ['test_orders.py::test'],
      cause: 'assertion',
    },
    {
      name: 'late-orders-lost',
      kind: 'mutant',
      concept: 'time-zones',
      outcome: 'survived',
      caughtBy: [],
      cause: null,
    },
  ],
  matrix: [
    {
      test: 'test_orders.py::test',
      variant: 'reference',
      outcome: 'passed',
      cause: null,
      seconds: 0.1,
      message: '',
    },
    {
      test: 'test_orders.py::test',
      variant: 'null-status-lost',
      outcome: 'failed',
      cause: 'assertion',
      seconds: 0.1,
      message: 'assert 1 == 2',
    },
    {
      test: 'test_orders.py::test',
      variant: 'late-orders-lost',
      outcome: 'passed',
      cause: null,
      seconds: 0.1,
      message: '',
    },
  ],
  timing: { queued: 0.1, started: 0.1, firstResult: 1, total: 2 },
  message: null,
  notes: [],
};

/** Progress as a worker tells it: names, because workers know nobody's role. */
export const someProgress = (id: string): Progress => ({
  submission: submissionIdSchema.parse(id),
  phase: 'running',
  tests: ['test_orders.py::test'],
  variantsDone: 1,
  variantsTotal: 8,
  cells: [
    {
      test: 'test_orders.py::test',
      variant: 'late-orders-lost',
      outcome: 'failed',
      cause: 'assertion',
      seconds: 0.1,
      message: 'the line with the bug',
    },
  ],
});
