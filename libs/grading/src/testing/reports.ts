import type {
  Cause,
  CollectionFailure,
  CorrectVariant,
  Mutant,
  Report,
  Rubric,
  SecondRun,
  TestOutcome,
  VariantEnd,
} from '@lakeproof/contracts';

/** What a test did on a variant: `pass`, `skip`, or how it failed. */
export type Did = 'pass' | 'skip' | 'assertion' | 'exception' | 'fixture' | 'timeout';

const cells: Record<Did, { outcome: TestOutcome; cause: Cause | null }> = {
  pass: { outcome: 'passed', cause: null },
  skip: { outcome: 'skipped', cause: null },
  assertion: { outcome: 'failed', cause: 'assertion' },
  exception: { outcome: 'failed', cause: 'exception' },
  fixture: { outcome: 'error', cause: 'exception' },
  timeout: { outcome: 'timeout', cause: 'timeout' },
};

export const correct = (name: string): CorrectVariant => ({ name, kind: 'correct' });

export const mutant = (name: string, more: Partial<Mutant> = {}): Mutant => ({
  name,
  kind: 'mutant',
  concept: 'nulls',
  weight: 1,
  title: `Title of ${name}`,
  hint: `Hint of ${name}`,
  story: `Story of ${name}`,
  timeoutIsKill: false,
  ...more,
});

/** Two correct versions and two bugs, worth 10 points. */
export const rubric = (more: Partial<Rubric> = {}): Rubric => ({
  mode: 'tests',
  points: 10,
  variants: [correct('reference'), correct('other'), mutant('bug-a'), mutant('bug-b')],
  ...more,
});

/** What happened on one variant. */
export interface Run {
  /** By test; collected in this order. */
  readonly tests?: Record<string, Did>;
  /** Collected, but without a result. */
  readonly unfinished?: readonly string[];
  readonly failures?: readonly CollectionFailure[];
  readonly notes?: readonly string[];
  /** Undefined: the variant never ended. */
  readonly end?: VariantEnd | undefined;
  /** That it ran; 1 unless told. */
  readonly seconds?: number;
  readonly message?: string;
}

/** What a report says of one variant, as if it were that variant's second run. */
export function secondRun({ collected, tests, variants }: Report, variant: string): SecondRun {
  const its = <E extends { readonly variant: string }>(events: readonly E[]) =>
    events.filter((event) => event.variant === variant);
  return { collected: its(collected), tests: its(tests), variants: its(variants) };
}

/** The report of a sandbox in which each variant went as told; `end` is `done` unless told. */
export function report(runs: Record<string, Run>, end: Report['end'] = { kind: 'done' }): Report {
  const variants = Object.entries(runs).map(([variant, run]) => ({
    end: 'finished' as const,
    variant,
    ...run,
  }));
  return {
    collected: variants.map(({ variant, tests = {}, unfinished = [], failures = [], notes = [] }) => ({
      variant,
      tests: [...Object.keys(tests), ...unfinished],
      failures: [...failures],
      notes: [...notes],
    })),
    tests: variants.flatMap(({ variant, tests = {} }) =>
      Object.entries(tests).map(([id, did]) => ({
        variant,
        id,
        ...cells[did],
        seconds: 0.1,
        message: did === 'pass' ? '' : `${did} on ${variant}`,
        output: '',
      })),
    ),
    variants: variants.flatMap(({ variant, end: how, seconds = 1, message = '' }) =>
      how ? [{ variant, end: how, seconds, message }] : [],
    ),
    notes: [],
    end,
    timing: { started: 0.01, firstResult: 1.6, total: 9.8 },
  };
}

/** All variants with the same tests, each passing unless told otherwise for a variant. */
export function everywhere(
  { variants }: Rubric,
  tests: readonly string[],
  otherwise: Record<string, Record<string, Did>> = {},
): Record<string, Run> {
  return Object.fromEntries(
    variants.map(({ name }) => [
      name,
      { tests: Object.fromEntries(tests.map((test) => [test, otherwise[name]?.[test] ?? 'pass'])) },
    ]),
  );
}
