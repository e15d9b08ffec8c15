import type { Report, TestVerdict, VariantVerdict } from '@lakeproof/contracts';
import type { Evidence } from './evidence.js';
import { settingIgnored } from './integrity.js';
import { plainText } from './plain-text.js';

const maxNotes = 20;
const maxNote = 500;

/**
 * Remarks for people about a graded run. Taken from correct variants only: what is said while a
 * mutant runs could give the bug away.
 */
export function notesOf(
  evidence: Evidence,
  report: Report,
  tests: readonly TestVerdict[],
  variants: readonly VariantVerdict[],
): string[] {
  const correct = evidence.variants.filter(({ variant }) => variant.kind === 'correct');
  const names = new Set(correct.map(({ variant }) => variant.name));
  const notes = [
    ...rejectedSuite(tests),
    ...stoppedEarly(variants),
    ...correct.flatMap(({ collected }) =>
      (collected?.failures ?? []).map(({ file, message }) => `${file} was not collected: ${message}`),
    ),
    ...evidence.variants.flatMap(({ variant }) =>
      report.collected
        .filter((event) => names.has(variant.name) && event.variant === variant.name)
        .flatMap((event) => event.notes),
    ),
    ...report.notes
      .filter(({ variant, code }) => code === settingIgnored && names.has(variant))
      .map(({ detail }) => `${detail} was left as it is: the sandbox has started Spark already.`),
  ];
  return [...new Set(notes.map((note) => plainText(note, maxNote)))].slice(0, maxNotes);
}

function rejectedSuite(tests: readonly TestVerdict[]): string[] {
  if (tests.length === 0 || tests.some(({ valid }) => valid)) return [];
  return ['No test passed on every correct version, so none could catch a bug. Start with the false alarms.'];
}

function stoppedEarly(variants: readonly VariantVerdict[]): string[] {
  const missing = variants.filter(({ kind, outcome }) => kind === 'mutant' && outcome === 'not-run').length;
  if (missing === 0) return [];
  return [
    `${missing === 1 ? '1 bug was' : `${String(missing)} bugs were`} not tried, because the suite used up its time or memory before.`,
  ];
}
