import { describe, expect, it } from '@jest/globals';
import { selectionOf, type Rule } from './selection.js';
import type { Ground, Item, Stamp } from './stamp.js';

const ground: Ground = {
  stock: 's'.repeat(12),
  semantics: 'e'.repeat(12),
  mechanics: 'm'.repeat(12),
  host: 'h'.repeat(12),
};
const rule: Rule = { content: 'all', stock: 'all', semantics: 'core', mechanics: 'six', host: 'eighth' };
/** Twenty exercises of two submissions each; the second of them is no core. */
const items: Item[] = Array.from({ length: 20 }, (_, n) => `e${String(n).padStart(2, '0')}`).flatMap(
  (group) =>
    ['solution', 'weak'].map((name) => ({
      name: `${group}/${name}`,
      inputs: '0'.repeat(64),
      group,
      isCore: name === 'solution',
    })),
);
const stamps = (turnOf: (item: Item) => number = () => 1, under = ground) =>
  new Map<string, Stamp>(
    items.map((item) => [
      item.name,
      { inputs: '0'.repeat(12), ground: under, turn: turnOf(item), seconds: 30 },
    ]),
  );
const groupsOf = (chosen: readonly Item[]) => [...new Set(chosen.map(({ group }) => group))];

describe('what is verified', () => {
  it('is an eighth of the groups when nothing changed, whole ones, and nothing is stale', () => {
    const { chosen, stale } = selectionOf(items, stamps(), ground, rule);
    expect(groupsOf(chosen)).toEqual(['e00', 'e01', 'e02']);
    expect(chosen).toHaveLength(6);
    expect(stale).toEqual({ count: 0, seconds: 0 });
  });

  it('begins with what waited longest', () => {
    const { chosen, inTurn } = selectionOf(
      items,
      stamps(({ group }) => (group === 'e17' ? 1 : 2)),
      ground,
      rule,
    );
    expect(groupsOf(chosen)).toContain('e17');
    expect([...inTurn][0]).toBe('e17');
  });

  it('comes round to everything, whatever the clock says', () => {
    const known = stamps();
    const seen = new Set<string>();
    for (let turn = 2; turn < 9; turn += 1)
      for (const { name } of selectionOf(items, known, ground, rule).chosen) {
        seen.add(name);
        const stamp = known.get(name);
        if (stamp) known.set(name, { ...stamp, turn });
      }
    expect(seen.size).toBe(items.length);
  });

  it('is all that changed itself, or never held', () => {
    const known = stamps();
    known.delete('e19/weak');
    const changed = items.map((item) =>
      item.name === 'e18/solution' ? { ...item, inputs: '1'.repeat(64) } : item,
    );
    const names = selectionOf(changed, known, ground, rule).chosen.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['e18/solution', 'e19/weak']));
    expect(names).not.toContain('e18/weak');
  });

  it('is everything after a change of stock Spark', () => {
    const { chosen } = selectionOf(
      items,
      stamps(() => 1, { ...ground, stock: 'x'.repeat(12) }),
      ground,
      rule,
    );
    expect(chosen).toHaveLength(items.length);
  });

  it('is the core and an eighth of the rest where the rule says so, and the others are counted as stale', () => {
    const { chosen, stale } = selectionOf(
      items,
      stamps(() => 1, { ...ground, semantics: 'x'.repeat(12) }),
      ground,
      rule,
    );
    expect(chosen.filter(({ isCore }) => isCore)).toHaveLength(20);
    expect(chosen.filter(({ isCore }) => !isCore)).toHaveLength(3);
    expect(stale).toEqual({ count: 17, seconds: 510 });
  });

  it('is six groups where the rule says six', () => {
    const { chosen, stale } = selectionOf(
      items,
      stamps(() => 1, { ...ground, mechanics: 'x'.repeat(12) }),
      ground,
      rule,
    );
    expect(groupsOf(chosen)).toHaveLength(6);
    expect(stale.count).toBe(28);
  });

  it('follows the gravest change', () => {
    const other = { ...ground, stock: 'x'.repeat(12), host: 'x'.repeat(12) };
    expect(
      selectionOf(
        items,
        stamps(() => 1, other),
        ground,
        rule,
      ).chosen,
    ).toHaveLength(items.length);
  });

  it('is nothing when there is nothing', () => {
    expect(selectionOf([], new Map(), ground, rule)).toEqual({
      chosen: [],
      inTurn: new Set(),
      stale: { count: 0, seconds: 0 },
    });
  });
});
