import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../exercises/day-1-unit-tests/clean-orders');

interface Outcome {
  readonly score: number;
  readonly caught: readonly string[];
}

/** The exercise these tests solve: its golden outcomes, and the files of its samples. */
export const exercise = {
  address: '/learn/day-1-unit-tests/clean-orders',
  testFile: 'test_orders.py',
  async outcome(submission: string): Promise<Outcome> {
    const golden = JSON.parse(await readFile(join(folder, 'golden.json'), 'utf8')) as {
      outcomes: Record<string, Outcome>;
    };
    const outcome = golden.outcomes[submission];
    if (!outcome) throw new Error(`golden.json has no outcome of ${submission}`);
    return outcome;
  },
  tests: (submission: string): Promise<string> =>
    readFile(join(folder, submission, 'test_orders.py'), 'utf8'),
};
