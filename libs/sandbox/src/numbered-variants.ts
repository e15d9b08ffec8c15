import { randomInt } from 'node:crypto';
import type { HarnessEvent, SandboxVariant, VariantKind } from '@lakeproof/contracts';

type Random = (below: number) => number;

/**
 * The variants of a job in the order they run: their place is the number that stands for them in the
 * sandbox, where nothing tells a correct one from a mutant. The order is random, so that a suite can't
 * know what it runs on by its place; only the host can turn a number back into a name.
 *
 * Where there are mutants, a correct variant that chance picks runs twice, under two numbers: a suite whose
 * tests fail by chance would catch bugs by chance, and here it shows (decision 012).
 */
export class NumberedVariants {
  readonly inOrder: readonly SandboxVariant[];
  readonly #second: number | undefined;

  constructor(variants: readonly SandboxVariant[], random: Random = randomInt) {
    const again = variants.some(({ kind }) => kind === 'mutant') ? oneCorrect(variants, random) : [];
    this.inOrder = shuffled([...variants, ...again], random);
    const second = this.inOrder.findLastIndex((variant) => again.includes(variant));
    this.#second = second < 0 ? undefined : second;
  }

  /** The name behind a number; undefined for one that was never given out. */
  nameOf(n: number): string | undefined {
    return this.inOrder[n]?.name;
  }

  /** Whether a number stands for the second run of a variant. */
  isRepeat(n: number): boolean {
    return n === this.#second;
  }

  /** The kind of the variant an event speaks of. */
  kindOf(event: HarnessEvent): VariantKind | undefined {
    return 'variant' in event ? this.inOrder[event.variant]?.kind : undefined;
  }
}

function oneCorrect(variants: readonly SandboxVariant[], random: Random): SandboxVariant[] {
  const correct = variants.filter(({ kind }) => kind === 'correct');
  return correct.length > 0 ? correct.splice(random(correct.length), 1) : [];
}

/** Fisher and Yates: every order is equally likely when `random` is fair. */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  const result: T[] = [];
  while (left.length > 0) result.push(...left.splice(random(left.length), 1));
  return result;
}
