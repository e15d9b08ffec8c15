import type { Named, Report, TestEvent } from '@lakeproof/contracts';
import { plainText } from './plain-text.js';

type Result = Named<TestEvent>;

/** By the clock alone nobody knows whether it was the test's own time that was over, or that of all. */
const failed = ({ outcome }: Result) => outcome === 'failed' || outcome === 'error';

/**
 * The failures of a correct version's second run: held against a test like those of the first. So a test that
 * fails by chance is a false alarm, though it passed the first time.
 */
export const failedAgain = ({ repeated = [] }: Report): readonly Result[] => repeated.filter(failed);

const maxNote = 500;

/** What the author is told of tests that passed once and failed once on the same version. */
export function unstableNotes(report: Report): string[] {
  const { repeated = [] } = report;
  const version = repeated[0]?.variant;
  const before = new Map(
    report.tests.filter(({ variant }) => variant === version).map((event) => [event.id, event]),
  );
  const names = repeated.filter((event) => differ(before.get(event.id) ?? event, event)).map(({ id }) => id);
  if (names.length === 0) return [];
  const named = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${String(names.length - 3)} more` : '';
  return [
    plainText(
      `Passed once and failed once on the same version, which makes a false alarm: ${named}${more}.`,
      maxNote,
    ),
  ];
}

const differ = (one: Result, other: Result) =>
  failed(one) !== failed(other) && one.outcome !== 'timeout' && other.outcome !== 'timeout';
