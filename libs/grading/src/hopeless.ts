import type { HarnessEvent, VariantKind } from '@lakeproof/contracts';

/**
 * Whether this event makes it certain that the submission will be rejected, so that the host may stop
 * the sandbox at once. `kind` is that of the event's variant, undefined for an event without one.
 * An import that fails is not certain: another correct version may have what the suite imports.
 */
export function isHopeless(event: HarnessEvent, kind: VariantKind | undefined): boolean {
  if (kind !== 'correct') return false;
  if (event.event === 'variant') return event.end !== 'finished';
  if (event.event !== 'collected') return false;
  return event.tests.length === 0 && event.failures.every(({ reason }) => reason === 'syntax-error');
}
