import { describe, expect, it } from '@jest/globals';
import { shortSelection } from './selection.js';

const day = 24 * 60 * 60 * 1000;
const candidates = Array.from({ length: 20 }, (_, n) => ({ slug: `e${String(n)}`, stale: n === 3 }));

describe('the short selection', () => {
  it('holds what changed and six others', () => {
    const selected = shortSelection(candidates, 0);
    expect(selected).toHaveLength(7);
    expect(selected).toContain('e3');
    expect(new Set(selected).size).toBe(7);
  });

  it('is the same all day', () => {
    expect(shortSelection(candidates, 0)).toEqual(shortSelection(candidates, day - 1));
  });

  it('comes round to every exercise', () => {
    const seen = new Set([0, 1, 2, 3].flatMap((n) => shortSelection(candidates, n * day)));
    expect(seen.size).toBe(20);
  });

  it('holds all when there are few, each once', () => {
    expect(shortSelection(candidates.slice(0, 4), 5 * day).sort()).toEqual(['e0', 'e1', 'e2', 'e3']);
  });

  it('is empty when there is nothing', () => {
    expect(shortSelection([], 0)).toEqual([]);
  });
});
