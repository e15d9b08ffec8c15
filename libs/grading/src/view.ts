import { hintsOf } from '@lakeproof/contracts';
import type { Variant, VariantVerdict, VariantView, Verdict, VerdictView } from '@lakeproof/contracts';
import { hiddenKey, variantNumbers } from './variant-numbers.js';
import { maySee } from './viewer.js';
import type { Viewer } from './viewer.js';

/**
 * A verdict as one viewer may see it. Survivors are numbered for participants; what a test said on
 * one is left out too, because a traceback quotes the line with the bug.
 * @param variants the exercise's own, for titles, hints and stories. A verdict on an older version of
 *   the exercise may hold variants that are gone: they keep their number and have no title.
 */
export function viewOf(verdict: Verdict, variants: readonly Variant[], viewer: Viewer): VerdictView {
  const numbers = variantNumbers(verdict.variants);
  const content = new Map(variants.map((variant) => [variant.name, variant]));
  const hidden = new Map(
    verdict.variants
      .filter(({ kind, name, outcome }) => kind === 'mutant' && !maySee(viewer, name, outcome))
      .map(({ name }) => [name, hiddenKey(numbers.get(name) ?? 0)]),
  );
  return {
    ...verdict,
    tests: verdict.tests.map((test) => ({ ...test, falseAlarmOn: [...test.falseAlarmOn] })),
    variants: verdict.variants.map((variant) =>
      variantView(
        variant,
        numbers.get(variant.name) ?? 0,
        hidden.get(variant.name),
        content.get(variant.name),
        viewer.openedHints?.get(variant.name) ?? 0,
      ),
    ),
    matrix: verdict.matrix.map((cell) => {
      const key = hidden.get(cell.variant);
      return key ? { ...cell, variant: key, message: '' } : cell;
    }),
  };
}

function variantView(
  verdict: VariantVerdict,
  number: number,
  hidden: string | undefined,
  variant: Variant | undefined,
  openedHints: number,
): VariantView {
  const mutant = variant?.kind === 'mutant' ? variant : undefined;
  const hints = mutant ? hintsOf(mutant) : [];
  return {
    key: hidden ?? verdict.name,
    label: `${verdict.kind === 'mutant' ? 'Bug' : 'Correct version'} ${String(number)}`,
    kind: verdict.kind,
    outcome: verdict.outcome,
    caughtBy: verdict.caughtBy,
    cause: verdict.cause,
    concept: hidden ? null : verdict.concept,
    title: hidden ? null : (variant?.title ?? null),
    hints: hidden ? hints.slice(0, openedHints) : [...hints],
    hintLevels: hints.length,
    story: hidden ? null : (mutant?.story ?? null),
  };
}
