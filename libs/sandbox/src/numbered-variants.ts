import { randomInt } from 'node:crypto';
import type { HarnessEvent, SandboxVariant, VariantKind } from '@lakeproof/contracts';

/**
 * The variants of a job in the order they run: their place is the number that stands for them in the
 * sandbox, where nothing tells a correct one from a mutant. The order is random, so that a suite can't
 * know what it runs on by its place; only the host can turn a number back into a name.
 */
export class NumberedVariants {
  readonly inOrder: readonly SandboxVariant[];

  constructor(variants: readonly SandboxVariant[], random: (below: number) => number = randomInt) {
    this.inOrder = shuffled(variants, random);
  }

  /** The name behind a number; undefined for one that was never given out. */
  nameOf(n: number): string | undefined {
    return this.inOrder[n]?.name;
  }

  /** The kind of the variant an event speaks of. */
  kindOf(event: HarnessEvent): VariantKind | undefined {
    return 'variant' in event ? this.inOrder[event.variant]?.kind : undefined;
  }
}

/** Fisher and Yates: every order is equally likely when `random` is fair. */
function shuffled<T>(items: readonly T[], random: (below: number) => number): T[] {
  const left = [...items];
  const result: T[] = [];
  while (left.length > 0) result.push(...left.splice(random(left.length), 1));
  return result;
}
