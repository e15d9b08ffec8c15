import type { Named, Report, TestEvent, VariantEvent } from '@lakeproof/contracts';
import { plainText } from './plain-text.js';

type Result = Named<TestEvent>;

/** By the clock alone nobody knows whether it was the test's own time that was over, or that of all. */
const failed = ({ outcome }: Result) => outcome === 'failed' || outcome === 'error';

/**
 * The failures of a correct version's second run: held against a test like those of the first. So a test that
 * fails by chance is a false alarm, though it passed the first time.
 */
export const failedAgain = (report: Report): readonly Result[] => [
  ...(report.repeated?.tests ?? []).filter(failed),
  ...lostAgain(report),
];

/** The bad ends of the second run: a suite that can't finish on a correct version can't be graded, whichever run it was. */
export const endedBadlyAgain = ({ repeated }: Report): readonly Named<VariantEvent>[] =>
  (repeated?.variants ?? []).filter(({ end }) => end !== 'finished');

/** Tests that were collected the first time, and not the second on the same version. */
function lostAgain({ collected, repeated }: Report): Result[] {
  const again = repeated?.collected ?? [];
  const there = new Set(again.flatMap(({ tests }) => tests));
  return again.slice(0, 1).flatMap(({ variant }) =>
    collected
      .filter((event) => event.variant === variant)
      .flatMap(({ tests }) => tests)
      .filter((id) => !there.has(id))
      .map((id) => ({ ...lost, variant, id })),
  );
}

const lost = {
  outcome: 'error',
  cause: 'exception',
  seconds: 0,
  output: '',
  message: 'Was not collected when the same version ran once more.',
} as const;

const maxNote = 500;

/** What the author is told of tests that passed once and failed once on the same version. */
export function unstableNotes(report: Report): string[] {
  const again = [...(report.repeated?.tests ?? []), ...lostAgain(report)];
  const version = again[0]?.variant;
  const before = new Map(
    report.tests.filter(({ variant }) => variant === version).map((event) => [event.id, event]),
  );
  const names = again.filter((event) => differ(before.get(event.id) ?? event, event)).map(({ id }) => id);
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
