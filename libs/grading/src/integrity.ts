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
  const notes = new Map<string, IntegrityNote>();
  for (const { name } of rubric.variants)
    for (const { variant, code, detail, test } of report.notes) {
      if (variant !== name || code === settingIgnored) continue;
      const key = JSON.stringify([code, detail]);
      const note = notes.get(key) ?? { code: plain(code), detail: plain(detail), variants: [], tests: [] };
      notes.set(key, note);
      addOnce(note.variants, name);
      if (test !== null) addOnce(note.tests, plain(test));
    }
  return [...notes.values()].slice(0, maxNotes);
}

/** Integrity notes are the trainer's alone: undefined for everybody else. */
export const integrityFor = (notes: readonly IntegrityNote[], viewer: Viewer): IntegrityNote[] | undefined =>
  viewer.role === 'trainer' ? [...notes] : undefined;

/** No longer than the harness may send it. */
const plain = (text: string) => plainText(text, 500);

function addOnce(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item);
}
