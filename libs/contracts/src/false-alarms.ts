import type { VariantView } from './verdict-view.js';
import type { TestVerdict } from './verdict.js';

/** So many of all points are gone: `count` out of `runs` equal parts (decision 019). */
export interface FalseAlarmCost {
  /** Tests that fail on a correct version. */
  readonly count: number;
  /** How often a correct version is run: each once, and one of them twice (decision 012). */
  readonly runs: number;
}

/** Undefined without a false alarm, and where there are no bugs to catch: a run, and code that hidden tests grade. */
export function falseAlarmCost(
  tests: readonly Pick<TestVerdict, 'falseAlarmOn'>[],
  variants: readonly Pick<VariantView, 'kind'>[],
): FalseAlarmCost | undefined {
  const count = tests.filter(({ falseAlarmOn }) => falseAlarmOn.length > 0).length;
  const correct = variants.filter(({ kind }) => kind === 'correct').length;
  return count === 0 || correct === variants.length ? undefined : { count, runs: correct + 1 };
}

/** "3 false alarms cost 3/6 of the points". */
export function falseAlarmCostInWords({ count, runs }: FalseAlarmCost): string {
  const points = count < runs ? `${String(count)}/${String(runs)} of the points` : 'all points';
  return count === 1 ? `1 false alarm costs ${points}` : `${String(count)} false alarms cost ${points}`;
}
