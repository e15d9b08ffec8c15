import type { IntegrityNote, Report, Rubric } from '@lakeproof/contracts';
import { plainText } from './plain-text.js';
import type { Viewer } from './viewer.js';

const maxNotes = 100;

/** The harness's word for what is no integrity note but a remark for the learner. */
export const settingIgnored = 'setting-ignored';

/**
 * What the trainer is told beside a verdict: each thing that was noticed once, with the variants and tests
 * it was noticed on, variants in the rubric's order. Variants the rubric doesn't have are left out.
 */
export function integrityOf(rubric: Rubric, report: Report): IntegrityNote[] {
  const notes = new Map<string, Seen>();
  for (const { name } of rubric.variants)
    for (const { variant, code, detail, test } of report.notes) {
      if (variant !== name || code === settingIgnored) continue;
      const key = JSON.stringify([code, detail]);
      const note = notes.get(key) ?? { code, detail, variants: new Set(), tests: new Set() };
      notes.set(key, note);
      note.variants.add(name);
      if (test !== null) note.tests.add(plain(test));
    }
  return [...notes.values()].slice(0, maxNotes).map(({ code, detail, variants, tests }) => ({
    code: plain(code),
    detail: plain(detail),
    variants: [...variants],
    tests: [...tests],
  }));
}

/** Sets: a harness that was taken over may send tens of thousands of notes on as many tests. */
interface Seen {
  readonly code: string;
  readonly detail: string;
  readonly variants: Set<string>;
  readonly tests: Set<string>;
}

/** Integrity notes are the trainer's alone: undefined for everybody else. */
export const integrityFor = (notes: readonly IntegrityNote[], viewer: Viewer): IntegrityNote[] | undefined =>
  viewer.role === 'trainer' ? [...notes] : undefined;

/** No longer than the harness may send it. */
const plain = (text: string) => plainText(text, 500);
