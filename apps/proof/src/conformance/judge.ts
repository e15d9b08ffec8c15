import { differences } from './differences.js';
import type { Outcomes } from './outcomes.js';
import type { Shape } from './shape.js';
import type { Graded } from './warm.js';

export interface Judgement {
  readonly summary: string;
  /** Why the sandbox doesn't conform; none when it does. */
  readonly problems: readonly string[];
  readonly remarks: readonly string[];
}

/**
 * Holds what the sandbox came to against plain pytest.
 *
 * @param plain its outcomes, or why there are none; undefined: it did not run, what is recorded stands for it
 * @param update what plain pytest came to is about to be recorded
 */
export function judge(
  shape: Pick<Shape, 'name' | 'digest' | 'recorded' | 'differs' | 'notes'>,
  plain: Outcomes | string | undefined,
  graded: Graded | undefined,
  update: boolean,
): Judgement {
  if (typeof plain === 'string') return failed(`plain pytest: ${plain}`);
  if (!graded) return failed('the sandbox did not run it');
  const stock = plain ?? shape.recorded?.outcomes;
  if (!stock) return failed('plain pytest did not run it, and nothing is recorded');
  const isCurrent = shape.recorded?.digest === shape.digest;
  const drifted =
    plain && shape.recorded && isCurrent && !update
      ? differences(shape.recorded.outcomes, plain, {}, ['recorded', 'now'])
      : [];
  const missing = shape.notes.filter((words) => !graded.notes.some((note) => note.includes(words)));
  return {
    summary: tally(stock),
    problems: [
      ...(graded.problem ? [graded.problem] : []),
      ...differences(stock, graded.outcomes, shape.differs),
      ...missing.map(
        (words) => `no note speaks of ${words}; there are: ${graded.notes.join(' | ') || 'none'}`,
      ),
      ...drifted,
    ],
    remarks: isCurrent || update ? [] : [`Record it: npm run conformance -- ${shape.name} --update`],
  };
}

const failed = (problem: string): Judgement => ({ summary: '', problems: [problem], remarks: [] });

/** How many tests ended how: agreement on nothing but passes would mean little. */
function tally({ tests, uncollected }: Outcomes): string {
  const counts = new Map<string, number>();
  for (const { outcome } of Object.values(tests)) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const files = Object.keys(uncollected).length;
  if (files > 0) counts.set('not collected', files);
  return [...counts].map(([outcome, count]) => `${String(count)} ${outcome}`).join(' · ');
}
