import type { CollectedEvent, NoteEvent, TestEvent, VariantEvent } from './harness.js';

/** How the sandbox ended, seen from outside. */
export type ReportEnd =
  | { readonly kind: 'done' }
  /** Stopped on purpose: the total deadline, or a correct variant on which the suite can't finish. */
  | { readonly kind: 'stopped'; readonly why: 'deadline' | 'hopeless' }
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'too-much-output' }
  /** Harness or engine failed: the learner's suite is not to blame. */
  | { readonly kind: 'broken'; readonly detail: string };

/** A variant's number replaced by its name: what grading reads. */
export type Named<E extends { variant: number }> = Omit<E, 'event' | 'variant'> & {
  readonly variant: string;
};

/** What a job that ran long got of its machine, seen from outside, where no suite can forge it. */
export interface Effort {
  /** CPU-seconds a second that the container used, and the most it may use. */
  readonly cores: number;
  readonly coresAllowed: number;
  /** Processes of the whole machine that wanted to run, for each of its cores. */
  readonly load: number;
}

/** One correct variant once more: a suite must come to the same on the same version. */
export interface SecondRun {
  readonly collected: readonly Named<CollectedEvent>[];
  readonly tests: readonly Named<TestEvent>[];
  readonly variants: readonly Named<VariantEvent>[];
}

/** What the sandbox sent back: parsed, capped, and still untrusted. */
export interface Report {
  readonly collected: readonly Named<CollectedEvent>[];
  readonly tests: readonly Named<TestEvent>[];
  readonly variants: readonly Named<VariantEvent>[];
  readonly notes: readonly Named<NoteEvent>[];
  readonly repeated?: SecondRun;
  readonly end: ReportEnd;
  /** Undefined when the job ended well before its limit, or the machine can't be seen. */
  readonly effort?: Effort;
  /** Seconds from taking the sandbox to its start on the job, to the first test's result, to the end. */
  readonly timing: { readonly started: number; readonly firstResult: number; readonly total: number };
}
