import type { Verdict } from '@lakeproof/contracts';
import type { GoldenOutcome } from '@lakeproof/curriculum';

/**
 * What of a verdict must never change. Of a submission that was not graded this is the reason alone:
 * how far it came depends on the random order of the variants.
 */
export function outcomeOf({ score, reason, tests, variants }: Verdict): GoldenOutcome {
  if (reason !== null) return { score: null, validTests: 0, falseAlarms: 0, caught: [], reason };
  return {
    score: score === null ? null : Math.round(score * 1e6) / 1e6,
    validTests: tests.filter(({ valid }) => valid).length,
    falseAlarms: tests.filter(({ falseAlarmOn }) => falseAlarmOn.length > 0).length,
    caught: variants.filter(({ outcome }) => outcome === 'caught').map(({ name }) => name),
  };
}

/** "75 %", or the reason of a rejection. */
export const inWords = ({ score, reason }: GoldenOutcome) =>
  reason ?? `${String(Math.round((score ?? 0) * 100))} %`;

/** Sentences that say how an outcome differs from the golden one; none when it doesn't. */
export function differences(
  submission: string,
  golden: GoldenOutcome | undefined,
  seen: GoldenOutcome,
): string[] {
  if (!golden) return [`${submission}: has no golden outcome yet; it came to ${inWords(seen)}`];
  if (golden.reason !== seen.reason)
    return [`${submission}: came to ${inWords(seen)}, golden is ${inWords(golden)}`];
  const lost = golden.caught.filter((name) => !seen.caught.includes(name));
  const won = seen.caught.filter((name) => !golden.caught.includes(name));
  return [
    ...number('score', golden.score, seen.score),
    ...number('valid tests', golden.validTests, seen.validTests),
    ...number('false alarms', golden.falseAlarms, seen.falseAlarms),
    ...(lost.length > 0 ? [`no longer catches ${lost.join(', ')}`] : []),
    ...(won.length > 0 ? [`now catches ${won.join(', ')} too`] : []),
  ].map((difference) => `${submission}: ${difference}`);
}

const number = (what: string, golden: number | null, seen: number | null) =>
  golden === seen ? [] : [`${what}: ${String(seen)}, golden is ${String(golden)}`];
