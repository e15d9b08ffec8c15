import type { Verdict } from '@lakeproof/contracts';

/**
 * What grading a submission again must never change: the verdict's outcome and every cell's, with its cause.
 * Seconds and messages may differ. Of a submission that was rejected the reason alone: how far it came
 * depends on the random order of the variants.
 */
export function steadyPart({ state, reason, score, tests, variants, matrix }: Verdict): Map<string, string> {
  const parts = new Map([['verdict', words(state, reason, score)]]);
  if (state !== 'graded') return parts;
  for (const { id, valid, falseAlarmOn } of tests)
    parts.set(`test ${id}`, words(valid ? 'valid' : 'not valid', ...falseAlarmOn));
  for (const { name, outcome, cause, caughtBy } of variants)
    parts.set(`variant ${name}`, words(outcome, cause, ...caughtBy));
  for (const { test, variant, outcome, cause } of matrix)
    parts.set(`${test} on ${variant}`, words(outcome, cause));
  return parts;
}

const words = (...parts: readonly (string | number | null)[]) =>
  parts.filter((part) => part !== null).join(' ');

/** Sentences that say what differed between repeats, by how often each was seen; none when nothing did. */
export function drift(verdicts: readonly Verdict[]): string[] {
  const repeats = verdicts.map(steadyPart);
  const keys = new Set(repeats.flatMap((parts) => [...parts.keys()]));
  return [...keys].flatMap((key) => {
    const seen = new Map<string, number>();
    for (const parts of repeats) {
      const part = parts.get(key) ?? 'absent';
      seen.set(part, (seen.get(part) ?? 0) + 1);
    }
    if (seen.size === 1) return [];
    return [`${key}: ${[...seen].map(([part, times]) => `${part} (${times}x)`).join(', ')}`];
  });
}
