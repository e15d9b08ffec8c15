/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import type { Draft } from './draft.js';
import { useHeldDraft } from './use-held-draft.js';

const key = 'lakeproof:draft:ada:clean-orders';
const draft = (content: string): Draft => ({ changed: [{ path: 'test_orders.py', content }], own: [] });
const [first, mine, theirs] = [draft('first'), draft('mine'), draft('theirs')];

const opened = () => renderHook(() => useHeldDraft(key)).result;
const inBrowser = () => JSON.parse(localStorage.getItem(key) ?? 'null') as unknown;
/** Another tab keeps something; a tab that sleeps isn't told. */
const keptElsewhere = (next: Draft) => {
  localStorage.setItem(key, JSON.stringify(next));
};
const told = () => {
  act(() => {
    window.dispatchEvent(new StorageEvent('storage', { key }));
  });
};
/** Both tabs go on from the same text, without news of each other. */
function crossed() {
  keptElsewhere(first);
  const tab = opened();
  keptElsewhere(theirs);
  act(() => {
    tab.current.change(mine);
  });
  return tab;
}

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});

describe('two tabs of one exercise', () => {
  it('show the same while the news of each change comes', () => {
    const tab = opened();
    keptElsewhere(theirs);
    told();
    expect(tab.current).toMatchObject({ draft: theirs, other: null, followed: true });
    act(() => {
      tab.current.change(mine);
    });
    expect(inBrowser()).toEqual(mine);
    expect(tab.current.followed).toBe(false);
  });

  it('write nothing over what they have not seen', () => {
    const tab = crossed();
    expect(tab.current).toMatchObject({ draft: mine, other: theirs });
    expect(inBrowser()).toEqual(theirs);
  });

  it('lose neither version when one is closed before the choice', () => {
    crossed();
    expect(opened().current).toMatchObject({ draft: mine, other: theirs });
  });

  it.each([
    ['the other version', 'takeOther', theirs],
    ["this tab's version", 'keepMine', mine],
  ] as const)('agree on %s when it is chosen', (_, choose, chosen) => {
    const tab = crossed();
    act(() => {
      tab.current[choose]();
    });
    expect(tab.current).toMatchObject({ draft: chosen, other: null });
    expect(inBrowser()).toEqual(chosen);
    expect(opened().current).toMatchObject({ draft: chosen, other: null });
  });

  it('show the newest of the other version, even if no news of it came', () => {
    const tab = crossed();
    keptElsewhere(draft('theirs, more'));
    act(() => {
      tab.current.takeOther();
    });
    expect(tab.current.draft).toEqual(draft('theirs, more'));
  });

  it('look for news when a page comes back from the browser’s memory', () => {
    const tab = opened();
    keptElsewhere(theirs);
    act(() => {
      const back = new Event('pageshow');
      Object.assign(back, { persisted: true });
      window.dispatchEvent(back);
    });
    expect(tab.current.draft).toEqual(theirs);
  });

  it('keep what one typed while storage was full, when the other one kept something', () => {
    const tab = opened();
    const refused = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    act(() => {
      tab.current.change(mine);
    });
    expect(tab.current.kept).toBe(false);
    refused.mockRestore();
    keptElsewhere(theirs);
    told();
    expect(tab.current).toMatchObject({ draft: mine, other: theirs });
  });
});
