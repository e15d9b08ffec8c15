import { describe, expect, it } from '@jest/globals';
import { afterEdit, afterOther, chosenMine, chosenOther, opened } from './held-draft.js';
import { type Draft, noChanges } from './draft.js';

const draft = (content: string): Draft => ({ changed: [{ path: 'test_orders.py', content }], own: [] });
const [first, mine, theirs] = [draft('first'), draft('mine'), draft('theirs')];
/** Both tabs wrote at once. */
const crossed = () => afterEdit(opened(first), mine, theirs);

describe('a tab that holds a draft', () => {
  it('opens with what the browser kept, or with the starter', () => {
    expect(opened(first)).toEqual({ mine: first, agreed: first, other: null, followed: false });
    expect(opened().mine).toEqual(noChanges);
  });

  it('follows another tab while all of its own work is known there', () => {
    expect(afterOther(opened(first), theirs)).toEqual({
      ...{ mine: theirs, agreed: theirs },
      ...{ other: null, followed: true },
    });
    expect(afterOther(opened(first), undefined).mine).toEqual(noChanges);
  });

  it('leaves its work alone when another tab keeps something else', () => {
    // The browser took this tab's edit for no keeping: storage is full.
    const unkept = afterEdit(opened(first), mine, first);
    expect(afterOther(unkept, theirs)).toMatchObject({ mine, other: theirs });
  });

  it('notices at its next edit what no news came of', () => {
    expect(crossed()).toMatchObject({ mine, agreed: first, other: theirs });
  });

  it('has nothing to ask when both tabs wrote the same', () => {
    expect(afterEdit(opened(first), mine, mine).other).toBeNull();
    expect(afterOther(crossed(), mine)).toMatchObject({ mine, agreed: mine, other: null });
  });

  it('goes on with its own version, and knows the newest of the other, until one is chosen', () => {
    const [more, newer] = [draft('mine, more'), draft('theirs, more')];
    expect(afterOther(afterEdit(crossed(), more, theirs), newer)).toMatchObject({ mine: more, other: newer });
  });

  it('shows what was chosen', () => {
    expect(chosenOther(crossed())).toMatchObject({ mine: theirs, agreed: theirs, other: null });
    expect(chosenMine(crossed())).toMatchObject({ mine, agreed: theirs, other: null });
  });

  it('asks again when it was closed without a choice', () => {
    expect(opened(theirs, mine)).toMatchObject({ mine, other: theirs });
    expect(opened(theirs, theirs).other).toBeNull();
  });
});
