import type { MatrixCell, Named, VariantEnd, VariantEvent, VariantKind } from '@lakeproof/contracts';

/**
 * A report may say two things about one test on one variant: only a forger's does, because the
 * harness reports each once. What is worse for the sender counts, so that a forged event can never
 * gain anything: on a correct variant the failure, on a mutant the pass. It also makes the order of
 * events irrelevant, which "the first wins" would not: two variants run at the same time.
 */
export function leastFavourable(kind: VariantKind, a: MatrixCell, b: MatrixCell): MatrixCell {
  const order = rank(kind, a) - rank(kind, b);
  if (order !== 0) return order < 0 ? a : b;
  // Equal for the verdict: any choice that doesn't depend on the order will do.
  return JSON.stringify(a) < JSON.stringify(b) ? a : b;
}

/** The smaller, the worse for the sender. */
function rank(kind: VariantKind, cell: MatrixCell): number {
  const credit = { passed: 0, skipped: 1, timeout: 2, error: 3, failed: 3 }[cell.outcome];
  const cause = cell.cause === 'assertion' ? 0.5 : 0;
  return kind === 'mutant' ? credit + cause : -credit - cause;
}

const severity: Record<VariantEnd, number> = {
  finished: 0,
  'too-many-tests': 1,
  'too-much-output': 2,
  'out-of-memory': 3,
  exited: 4,
  timeout: 5,
};

/** Of several ends of one variant the worst, by the same rule. */
export function worstEnd(ends: readonly Named<VariantEvent>[]): Named<VariantEvent> | undefined {
  return [...ends].sort(
    (a, b) => severity[b.end] - severity[a.end] || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
  )[0];
}
