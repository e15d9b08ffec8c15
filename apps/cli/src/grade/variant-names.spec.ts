import { describe, expect, it } from '@jest/globals';
import type { Variant } from '@lakeproof/contracts';
import { variantNames } from './variant-names.js';

const variants: Variant[] = [
  { name: 'reference', kind: 'correct' },
  { name: 'anti-join', kind: 'correct' },
  {
    name: 'fan-out',
    kind: 'mutant',
    concept: 'joins',
    weight: 1,
    title: 't',
    hint: 'h',
    story: 's',
    timeoutIsKill: false,
  },
];

describe('choosing variants by name', () => {
  it('takes all when none is named', () => {
    expect(variantNames(variants, undefined)).toBeUndefined();
    expect(variantNames(variants, [])).toBeUndefined();
  });

  it('adds the reference where only bugs are named', () => {
    expect(variantNames(variants, ['fan-out'])).toEqual(['reference', 'fan-out']);
  });

  it('adds nothing where a correct version is named', () => {
    expect(variantNames(variants, ['fan-out', 'anti-join'])).toEqual(['fan-out', 'anti-join']);
  });

  it('hides no mistyped name', () => {
    expect(variantNames(variants, ['fan-aut'])).toEqual(['fan-aut']);
  });
});
