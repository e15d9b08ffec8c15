import { cellsOf, type Outcomes } from './outcomes.js';

/** Whose runs are compared. */
type Sides = readonly [before: string, after: string];

/**
 * The cells in which two runs of a suite differ, a line each; none when they agree.
 *
 * @param byDesign cells that must differ, with the reason: one that doesn't is a line, too
 */
export function differences(
  plain: Outcomes,
  warm: Outcomes,
  byDesign: Readonly<Record<string, string>>,
  [first, second]: Sides = ['plain pytest', 'sandbox'],
): string[] {
  const stock = cellsOf(plain);
  const ours = cellsOf(warm);
  const names = [...new Set([...stock.keys(), ...ours.keys(), ...Object.keys(byDesign)])];
  return names.flatMap((name) => {
    const [before, after] = [stock.get(name) ?? 'not there', ours.get(name) ?? 'not there'];
    if ((before !== after) === name in byDesign) return [];
    return name in byDesign
      ? [`${name}: no longer differs (${before}): take it out of "differs"`]
      : [`${name}: ${first} ${before} · ${second} ${after}`];
  });
}
