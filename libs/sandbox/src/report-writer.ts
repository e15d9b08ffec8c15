import type {
  CollectedEvent,
  Effort,
  HarnessEvent,
  Named,
  NoteEvent,
  Report,
  ReportEnd,
  TestEvent,
  VariantEvent,
} from '@lakeproof/contracts';
import type { NumberedVariants } from './numbered-variants.js';

/** What the harness said of one variant, under the variant's name. */
export type SandboxEvent =
  | ({ readonly event: 'collected' } & Named<CollectedEvent>)
  | ({ readonly event: 'test' } & Named<TestEvent>)
  | ({ readonly event: 'variant' } & Named<VariantEvent>)
  | ({ readonly event: 'note' } & Named<NoteEvent>);

/**
 * Assembles the report of one job. What doesn't belong into it is dropped without a word, because it can
 * only come from a harness that was tampered with: numbers never given out, and events after a variant's end.
 */
export class ReportWriter {
  readonly #first = emptyRun();
  readonly #second = emptyRun();
  readonly #notes: Named<NoteEvent>[] = [];
  readonly #ended = new Set<number>();
  readonly #numbers: NumberedVariants;
  readonly #seconds: () => number;
  #started = 0;
  #firstResult: number | undefined;

  /** @param seconds the clock, counted from asking for the sandbox */
  constructor(numbers: NumberedVariants, seconds: () => number) {
    this.#numbers = numbers;
    this.#seconds = seconds;
  }

  /** The sandbox starts on the job. */
  start(): void {
    this.#started = this.#seconds();
  }

  /** Takes an event in; gives it back under its variant's name, or nothing when it is not for viewers. */
  add(event: HarnessEvent): SandboxEvent | undefined {
    if (!('variant' in event)) return undefined;
    const variant = this.#numbers.nameOf(event.variant);
    if (variant === undefined || this.#ended.has(event.variant)) return undefined;
    if (event.event === 'variant') this.#ended.add(event.variant);
    const isRepeat = this.#numbers.isRepeat(event.variant);
    const run = isRepeat ? this.#second : this.#first;
    const kept = { ...event, variant };
    switch (kept.event) {
      case 'collected':
        run.collected.push(kept);
        break;
      case 'test':
        if (!isRepeat) this.#firstResult ??= this.#seconds();
        run.tests.push(kept);
        break;
      case 'variant':
        run.variants.push(kept);
        break;
      case 'note':
        if (!isRepeat) this.#notes.push(kept);
    }
    return isRepeat ? undefined : kept;
  }

  /** Whether variants are missing because the job's seconds are over. Missing earlier, they are lost, and that is ours. */
  isCutShort(seconds: number): boolean {
    return this.#ended.size < this.#numbers.inOrder.length && this.#seconds() - this.#started >= seconds;
  }

  finish(end: ReportEnd, effort?: Effort): Report {
    const total = this.#seconds();
    const timing = { started: this.#started, firstResult: this.#firstResult ?? total, total };
    return {
      ...this.#first,
      notes: this.#notes,
      repeated: this.#second,
      end,
      ...(effort && { effort }),
      timing,
    };
  }
}

const emptyRun = (): Run => ({ collected: [], tests: [], variants: [] });

interface Run {
  readonly collected: Named<CollectedEvent>[];
  readonly tests: Named<TestEvent>[];
  readonly variants: Named<VariantEvent>[];
}
