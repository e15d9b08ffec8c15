import {
  falseAlarmCost,
  type Rubric,
  type SandboxMode,
  type TestVerdict,
  type VariantVerdict,
} from '@lakeproof/contracts';
import { belongsTo } from './hidden-tests.js';
import { share } from './numbers.js';

interface Scoring {
  /** What is scored: the weight of what was earned, of all. */
  readonly items: (
    rubric: Rubric,
    tests: readonly TestVerdict[],
    variants: readonly VariantVerdict[],
  ) => Item[];
  /** Whether a test that fails on a correct version costs points: the learner wrote it. */
  readonly falseAlarmsCost: boolean;
}

const scoring: Record<SandboxMode, Scoring> = {
  tests: { items: (rubric, _, variants) => mutants(rubric, variants), falseAlarmsCost: true },
  code: { items: hiddenTests, falseAlarmsCost: false },
};

/** The score, 0 to 1. Null when there is nothing to score, as in a run on the reference alone. */
export function scoreOf(
  rubric: Rubric,
  tests: readonly TestVerdict[],
  variants: readonly VariantVerdict[],
): number | null {
  const { items: itemsOf, falseAlarmsCost } = scoring[rubric.mode];
  const items = itemsOf(rubric, tests, variants);
  if (items.length === 0) return null;
  const sum = (of: readonly Item[]) => of.reduce((total, { weight }) => total + weight, 0);
  const earned = sum(items.filter((item) => item.earned)) / sum(items);
  const cost = falseAlarmsCost ? falseAlarmCost(tests, rubric.variants) : undefined;
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
