import { falseAlarmCost, type Rubric, type TestVerdict, type VariantVerdict } from '@lakeproof/contracts';
import { belongsTo } from './hidden-tests.js';
import { share } from './numbers.js';

/**
 * The score, 0 to 1. Mode `tests`: weight of caught mutants of all, less what false alarms cost; mode
 * `code`: weight of passed hidden tests of all. Null when there is nothing to score, as in a run on the
 * reference alone.
 */
export function scoreOf(
  rubric: Rubric,
  tests: readonly TestVerdict[],
  variants: readonly VariantVerdict[],
): number | null {
  const items = rubric.mode === 'tests' ? mutants(rubric, variants) : hiddenTests(rubric, tests);
  if (items.length === 0) return null;
  const sum = (of: readonly Item[]) => of.reduce((total, { weight }) => total + weight, 0);
  const earned = sum(items.filter((item) => item.earned)) / sum(items);
  const cost = rubric.mode === 'tests' ? falseAlarmCost(tests, rubric.variants) : undefined;
  return share(earned - (cost ? cost.count / cost.runs : 0));
}

interface Item {
  readonly weight: number;
  readonly earned: boolean;
}

function mutants(rubric: Rubric, verdicts: readonly VariantVerdict[]): Item[] {
  const caught = new Set(verdicts.filter(({ outcome }) => outcome === 'caught').map(({ name }) => name));
  return rubric.variants.flatMap((variant) =>
    variant.kind === 'mutant' ? [{ weight: variant.weight, earned: caught.has(variant.name) }] : [],
  );
}

/** A hidden test is passed when it ran and each of its cases passed on every variant. */
function hiddenTests(rubric: Rubric, verdicts: readonly TestVerdict[]): Item[] {
  return (rubric.hiddenTests ?? []).map((hidden) => {
    const cases = verdicts.filter(({ id }) => belongsTo(id, hidden));
    return { weight: hidden.weight, earned: cases.length > 0 && cases.every(({ valid }) => valid) };
  });
}
