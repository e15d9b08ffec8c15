import type { Verdict } from '@lakeproof/contracts';
import { hiddenKey, variantNumbers } from './variant-numbers.js';

/** The name of the bug that survived under this key (`bug-3`); undefined when none did. Never for a participant. */
export function survivorOf(verdict: Verdict, key: string): string | undefined {
  const numbers = variantNumbers(verdict.variants);
  return verdict.variants.find(
    ({ name, kind, outcome }) =>
      kind === 'mutant' && outcome === 'survived' && hiddenKey(numbers.get(name) ?? 0) === key,
  )?.name;
}
