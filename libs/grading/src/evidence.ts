import type {
  CollectedEvent,
  CollectionFailure,
  MatrixCell,
  Named,
  Report,
  Rubric,
  SandboxMode,
  Variant,
  VariantEvent,
} from '@lakeproof/contracts';
import { plainText } from './plain-text.js';
import { leastFavourable, worstEnd } from './contradictions.js';
import { belongsTo } from './hidden-tests.js';
import { toMilliseconds } from './numbers.js';
import { endedBadlyAgain, failedAgain } from './unstable.js';

/** What was seen on one variant, contradictions settled. */
export interface VariantEvidence {
  readonly variant: Variant;
  /** Undefined when collecting was never reported. */
  readonly collected:
    { readonly tests: readonly string[]; readonly failures: readonly CollectionFailure[] } | undefined;
  /** Undefined when the variant never ended by itself. */
  readonly end: Named<VariantEvent> | undefined;
  /** Seconds it had run when the time for all variants was over; undefined when that did not end it. */
  readonly cutShortAfter: number | undefined;
  /** By test; only known tests. */
  readonly cells: ReadonlyMap<string, MatrixCell>;
}

/** A report made consistent: what the verdict may rest on. */
export interface Evidence {
  /** Tests collected on at least one correct variant, in pytest's order. Others can't become valid. */
  readonly tests: readonly string[];
  /** One for each variant of the rubric, in its order. */
  readonly variants: readonly VariantEvidence[];
}

const maxId = 500;
const maxMessage = 2000;
const maxMessages = 1024 * 1024;
const leftOut = 'Left out: the messages of this suite are too long.';

/** The tests a verdict is about: the learner's own, or those the exercise brings. */
const counts: Record<SandboxMode, (rubric: Rubric, test: string) => boolean> = {
  tests: () => true,
  code: isHidden,
};

/**
 * Reads an untrusted report. What it says of variants the rubric doesn't have, of tests no correct
 * variant collected, or of tests that weren't collected on the variant itself, is left out. The
 * order of events doesn't matter, and nothing said twice can help its sender (contradictions.ts).
 */
export function evidenceOf(rubric: Rubric, report: Report): Evidence {
  const collections = new Map(
    rubric.variants.map((variant) => [
      variant.name,
      mergeCollections(report.collected.filter((event) => event.variant === variant.name)),
    ]),
  );
  const correct = rubric.variants.filter((variant) => variant.kind === 'correct');
  const seen = new Set(correct.flatMap((variant) => collections.get(variant.name)?.tests ?? []));
  const tests = [...seen].filter((test) => counts[rubric.mode](rubric, test));
  const results = [...report.tests, ...failedAgain(report)];
  // Without a word when the time for all was over in the second run: it only checks the first.
  const ends = [...report.variants, ...endedBadlyAgain(report).filter((end) => !isCutShort(end, rubric))];
  const variants = rubric.variants.map((variant): VariantEvidence => {
    const collected = collections.get(variant.name);
    const end = worstEnd(ends.filter((event) => event.variant === variant.name));
    const cells = cellsOf(variant, collected, tests, results);
    if (!end || !isCutShort(end, rubric)) return { variant, collected, end, cutShortAfter: undefined, cells };
    return { variant, collected, end: undefined, cutShortAfter: end.seconds, cells: withoutTimeouts(cells) };
  });
  return { tests, variants };
}

/**
 * Cells of the known tests, test by test, in the order of variants. All messages together stay under
 * 1 MiB: verdicts are kept, and hundreds of tests that each say 2,000 characters are no one's reading.
 */
export function matrixOf({ tests, variants }: Evidence): MatrixCell[] {
  let left = maxMessages;
  return tests.flatMap((test) =>
    variants.flatMap(({ cells }) => {
      const cell = cells.get(test);
      if (!cell) return [];
      if (cell.message.length > left) return [{ ...cell, message: leftOut }];
      left -= cell.message.length;
      return [cell];
    }),
  );
}

/** A variant that was ended before its own time was over was ended because the time for all was. */
const isCutShort = ({ end, seconds }: Named<VariantEvent>, { limits }: Rubric) =>
  end === 'timeout' && limits !== undefined && seconds < limits.variantSeconds;

/** The test that ran then has not failed: nobody waited for it. */
const withoutTimeouts = (cells: ReadonlyMap<string, MatrixCell>) =>
  new Map([...cells].filter(([, { outcome }]) => outcome !== 'timeout'));

function isHidden(rubric: Rubric, test: string): boolean {
  return (rubric.hiddenTests ?? []).some((hidden) => belongsTo(test, hidden));
}

function mergeCollections(events: readonly Named<CollectedEvent>[]): VariantEvidence['collected'] {
  if (events.length === 0) return undefined;
  // The longest list first: pytest's own order is kept, and repeats can't change it.
  const ordered = [...events].sort(
    (a, b) => b.tests.length - a.tests.length || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
  );
  return {
    tests: [...new Set(ordered.flatMap((event) => event.tests.map((id) => plainText(id, maxId))))],
    failures: ordered.flatMap((event) => event.failures),
  };
}

function cellsOf(
  variant: Variant,
  collected: VariantEvidence['collected'],
  tests: readonly string[],
  results: Report['tests'],
): Map<string, MatrixCell> {
  const cells = new Map<string, MatrixCell>();
  if (!collected) return cells;
  const known = new Set(tests);
  const here = new Set(collected.tests.filter((test) => known.has(test)));
  for (const event of results) {
    const test = plainText(event.id, maxId);
    if (event.variant !== variant.name || !here.has(test)) continue;
    const cell: MatrixCell = {
      test,
      variant: variant.name,
      outcome: event.outcome,
      cause: event.cause,
      seconds: toMilliseconds(event.seconds),
      message: plainText(event.message, maxMessage),
    };
    const other = cells.get(test);
    cells.set(test, other ? leastFavourable(variant.kind, cell, other) : cell);
  }
  for (const test of tests) {
    const failure = here.has(test) ? undefined : collected.failures.find(({ file }) => covers(file, test));
    if (failure)
      cells.set(test, {
        test,
        variant: variant.name,
        outcome: 'error',
        cause: 'exception',
        seconds: 0,
        message: plainText(failure.message, maxMessage),
      });
  }
  return cells;
}

/** Whether a test is lost when this file or folder can't be collected; a conftest.py takes its folder along. */
function covers(file: string, test: string): boolean {
  const folder = /^(.*\/)?(?:conftest|__init__)\.py$/.exec(file);
  if (folder) return test.startsWith(folder[1] ?? '');
  return test.startsWith(`${file}::`) || test.startsWith(`${file}/`);
}
