import { type Draft, noChanges } from './draft.js';

/**
 * One tab's hold on a draft that other tabs of the same exercise may change, too. A tab without unseen work of its own
 * follows the others; work that crossed is kept twice until the learner chooses.
 */
export interface HeldDraft {
  /** What this tab shows and sends. */
  readonly mine: Draft;
  /** What the browser kept when this tab last read or wrote it: the version that `mine` was made from. */
  readonly agreed: Draft;
  /** What another tab kept meanwhile, that `mine` doesn't know; null while there is none. */
  readonly other: Draft | null;
  /** Whether what is shown was written in another tab. */
  readonly followed: boolean;
}

/** Both come from one schema, which gives their parts one order. */
const same = (one: Draft, another: Draft) => JSON.stringify(one) === JSON.stringify(another);

const agreedOn = (draft: Draft, followed: boolean): HeldDraft => ({
  mine: draft,
  agreed: draft,
  other: null,
  followed,
});

/** At the start, with what was put aside when a choice was left open. */
export function opened(kept: Draft = noChanges, aside?: Draft): HeldDraft {
  const held = agreedOn(kept, false);
  return aside === undefined || same(aside, kept) ? held : { ...held, mine: aside, other: kept };
}

/** After another tab kept something. */
export function afterOther(held: HeldDraft, kept: Draft = noChanges): HeldDraft {
  if (same(kept, held.mine)) return agreedOn(kept, held.followed);
  if (held.other === null && same(kept, held.agreed)) return held;
  if (held.other === null && same(held.mine, held.agreed)) return agreedOn(kept, true);
  return { ...held, other: kept };
}

/** After a change in this tab. `kept` is what the browser holds at that moment: no news of it may have come. */
export function afterEdit(held: HeldDraft, next: Draft, kept: Draft = noChanges): HeldDraft {
  const crossed = held.other !== null || !same(kept, held.agreed);
  if (crossed && !same(kept, next)) return { ...held, mine: next, other: kept, followed: false };
  return { mine: next, agreed: kept, other: null, followed: false };
}

/** The learner chose what the other tab kept, or what is in this one. */
export const chosenOther = (held: HeldDraft): HeldDraft => agreedOn(held.other ?? held.mine, true);
export const chosenMine = (held: HeldDraft): HeldDraft => ({
  mine: held.mine,
  agreed: held.other ?? held.agreed,
  other: null,
  followed: false,
});
