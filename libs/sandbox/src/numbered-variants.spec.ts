import { describe, expect, it } from '@jest/globals';
import type { SandboxVariant } from '@lakeproof/contracts';
import { NumberedVariants } from './numbered-variants.js';

const variants: SandboxVariant[] = ['reference', 'anti-join', 'null-lost', 'fan-out'].map((name) => ({
  name,
  kind: 'correct',
  conf: {},
  overlay: [],
}));

describe('numbering variants', () => {
  it('runs each exactly once, whatever chance says', () => {
    for (const random of [() => 0, (below: number) => below - 1, (below: number) => below >> 1]) {
      const { inOrder } = new NumberedVariants(variants, random);
      expect(new Set(inOrder)).toEqual(new Set(variants));
    }
  });

  it('runs one correct variant twice where there are mutants, and knows the second run', () => {
    const withMutant = variants.map((variant) => ({
      ...variant,
      kind: variant.name === 'fan-out' ? ('mutant' as const) : variant.kind,
    }));
    for (const random of [() => 0, (below: number) => below - 1]) {
      const numbered = new NumberedVariants(withMutant, random);
      expect(numbered.inOrder).toHaveLength(5);
      const repeats = numbered.inOrder.filter((_, n) => numbered.isRepeat(n));
      expect(repeats.map(({ kind }) => kind)).toEqual(['correct']);
      expect(numbered.inOrder.filter(({ name }) => name === repeats[0]?.name)).toHaveLength(2);
    }
  });

  it('repeats nothing where there is no bug to catch', () => {
    const numbered = new NumberedVariants(variants);
    expect(numbered.inOrder.some((_, n) => numbered.isRepeat(n))).toBe(false);
  });

  it('follows chance, not the order of the exercise', () => {
    const { inOrder } = new NumberedVariants(variants, (below) => below - 1);
    expect(inOrder.map(({ name }) => name)).toEqual(['fan-out', 'null-lost', 'anti-join', 'reference']);
  });

  it('turns a number back into a name, and only one it gave out', () => {
    const numbered = new NumberedVariants(variants);
    expect(numbered.inOrder.map((_, n) => numbered.nameOf(n))).toEqual(
      numbered.inOrder.map(({ name }) => name),
    );
    expect(numbered.nameOf(4)).toBeUndefined();
  });

  it('finds another order sooner or later by itself', () => {
    const orders = Array.from({ length: 200 }, () =>
      new NumberedVariants(variants).inOrder.map(({ name }) => name).join(' '),
    );
    // 24 orders are possible; 200 draws that hit fewer than 12 of them would not be fair ones.
    expect(new Set(orders).size).toBeGreaterThan(12);
  });
});
