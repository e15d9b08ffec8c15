/** An exercise that could be verified; `stale`: its digest is not the one in golden.json. */
export interface Candidate {
  readonly slug: string;
  readonly stale: boolean;
}

const inRotation = 6;
const day = 24 * 60 * 60 * 1000;

/**
 * The short selection of script/test: everything that changed, and six of the rest, others every day,
 * so that each comes up though nobody touched it.
 *
 * @param at milliseconds since 1970
 */
export function shortSelection(candidates: readonly Candidate[], at: number): string[] {
  const changed = candidates.filter(({ stale }) => stale).map(({ slug }) => slug);
  const rest = candidates.filter(({ stale }) => !stale).map(({ slug }) => slug);
  const first = (Math.floor(at / day) * inRotation) % Math.max(1, rest.length);
  const rotated = [...rest.slice(first), ...rest.slice(0, first)];
  return [...changed, ...rotated.slice(0, inRotation)];
}
