import type { Report, TestVerdict } from '@lakeproof/contracts';
import type { Evidence, VariantEvidence } from './evidence.js';
import { plainText } from './plain-text.js';
import { isFailing } from './validity.js';

/** What is known of a suite that came to two different results on the same version. */
export interface Chance {
  /** Tests that passed once and failed once. */
  readonly unstable: readonly string[];
  /** How many tests failed on a correct version by chance, at most: as many say nothing of a mutant. */
  readonly noise: number;
}

const none: Chance = { unstable: [], noise: 0 };
const maxId = 500;
const maxNote = 500;

/**
 * Whether a suite fails by chance. Blind chance catches bugs: of five hundred tests that each fail in one
 * process out of a hundred, most pass on every correct version and some fail on each mutant. One correct
 * version runs twice; where its results differ, a mutant counts as caught only when more tests fail on it
 * than chance made fail on a correct one.
 */
export function chanceIn(evidence: Evidence, report: Report): Chance {
  const again = new Map((report.repeated ?? []).map((event) => [plainText(event.id, maxId), event]));
  const [repeated] = report.repeated ?? [];
  const first = evidence.variants.find(({ variant }) => variant.name === repeated?.variant);
  if (!first) return none;
  const failedAgain = (test: string) => {
    const event = again.get(test);
    return event !== undefined && (event.outcome === 'failed' || event.outcome === 'error');
  };
  const unstable = evidence.tests.filter((test) => {
    const cell = first.cells.get(test);
    return cell !== undefined && again.has(test) && isFailing(cell) !== failedAgain(test);
  });
  if (unstable.length === 0) return none;
  const correct = evidence.variants.filter(({ variant }) => variant.kind === 'correct');
  const always = (test: string) => correct.every((seen) => fails(seen, test)) && failedAgain(test);
  const sometimes = evidence.tests.filter((test) => !always(test));
  const counts = [
    ...correct.map((seen) => sometimes.filter((test) => fails(seen, test)).length),
    sometimes.filter(failedAgain).length,
  ];
  return { unstable, noise: Math.max(...counts) };
}

function fails({ cells }: VariantEvidence, test: string): boolean {
  const cell = cells.get(test);
  return cell !== undefined && isFailing(cell);
}

/** What its author is told. */
export function chanceNotes({ unstable, noise }: Chance): string[] {
  if (unstable.length === 0) return [];
  const named = unstable.slice(0, 3).join(', ');
  const more = unstable.length > 3 ? ` and ${String(unstable.length - 3)} more` : '';
  return [
    plainText(`Passed once and failed once on the same version: ${named}${more}.`, maxNote),
    `A bug counts as caught only when more than ${String(noise)} of your tests fail on it: so many fail by chance.`,
  ];
}

/** A test that failed in the second run is no more valid than one that failed in the first. */
export const withoutUnstable = (tests: readonly TestVerdict[], { unstable }: Chance): TestVerdict[] =>
  tests.map((test) => (unstable.includes(test.id) ? { ...test, valid: false } : test));
