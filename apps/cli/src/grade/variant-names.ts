import type { Variant } from '@lakeproof/contracts';

/**
 * The names to grade on: undefined for all. A test can only be valid on a correct version, so
 * `reference` joins when none was named. Unknown names are left for `rubricOf` to refuse.
 */
export function variantNames(
  variants: readonly Variant[],
  asked: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!asked || asked.length === 0) return undefined;
  const mutants = new Set(variants.filter(({ kind }) => kind === 'mutant').map(({ name }) => name));
  return asked.every((name) => mutants.has(name)) ? ['reference', ...asked] : asked;
}
