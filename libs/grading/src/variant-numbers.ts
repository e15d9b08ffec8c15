import type { VariantKind } from '@lakeproof/contracts';

/** A variant's number among those of its kind, from 1, in the exercise's order. */
export function variantNumbers(
  variants: readonly { readonly name: string; readonly kind: VariantKind }[],
): Map<string, number> {
  const counters: Record<VariantKind, number> = { correct: 0, mutant: 0 };
  return new Map(variants.map(({ name, kind }) => [name, ++counters[kind]]));
}

/** What stands for a mutant where its name must not: `bug-3`. */
export const hiddenKey = (number: number): string => `bug-${String(number)}`;
