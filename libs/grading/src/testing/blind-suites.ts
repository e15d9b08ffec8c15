import type { MatrixCell, Report, Rubric, Variant } from '@lakeproof/contracts';
import type { Evidence } from '../evidence.js';
import { everywhere, report, secondRun, type Did } from './reports.js';

/** Which of a suite's tests fail in one run, by their numbers. */
export type Failures = readonly number[];

/** A suite that looks at no code: what fails is drawn. */
export interface BlindSuite {
  readonly tests: number;
  /** How often one of its tests fails. */
  readonly rate: number;
}

type Draw = (suite: BlindSuite, random: () => number) => Failures;

/** Each test for itself: a guess, or one bit of a hash for each. */
export const eachForItself: Draw = ({ tests, rate }, random) => {
  const failures: number[] = [];
  // From one failure to the next in one step: most tests pass.
  const step = () => 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - rate));
  for (let n = step() - 1; n < tests; n += step()) failures.push(n);
  return failures;
};

/** Never two in one run: the n-th fails where a number leaves the remainder n. */
export const oneAtATime: Draw = ({ tests, rate }, random) =>
  random() < tests * rate ? [Math.floor(random() * tests)] : [];

/** What failed on each variant in turn, and what in the second run of the first of them. */
export interface Drawn {
  readonly runs: readonly Failures[];
  readonly again: Failures;
}

/** @param stable what fails on a version fails there each time: by a hash of its code, say */
export function drawn(
  draw: Draw,
  suite: BlindSuite,
  { variants, stable, random }: { variants: number; stable: boolean; random: () => number },
): Drawn {
  const runs = Array.from({ length: variants }, () => draw(suite, random));
  return { runs, again: stable ? (runs[0] ?? []) : draw(suite, random) };
}

const nameOf = (n: number) => `t.py::${String(n)}`;

/** The whole report of such a suite. */
export function reportOf(rubric: Rubric, { tests }: BlindSuite, { runs, again }: Drawn): Report {
  const ids = Array.from({ length: tests }, (_, n) => nameOf(n));
  const failing = (failures: Failures) =>
    Object.fromEntries(failures.map((n): [string, Did] => [nameOf(n), 'assertion']));
  const of = (all: readonly Failures[]) =>
    report(
      everywhere(
        rubric,
        ids,
        Object.fromEntries(rubric.variants.map(({ name }, n) => [name, failing(all[n] ?? [])])),
      ),
    );
  const [first] = rubric.variants;
  return { ...of(runs), ...(first && { repeated: secondRun(of([again]), first.name) }) };
}

/**
 * What grading makes of that report, without the tests that never fail: they change no score, and are nearly
 * all of five hundred.
 */
export function evidenceOfFailures(variants: readonly Variant[], { runs, again }: Drawn): Evidence {
  const tests = [...new Set([...runs.flat(), ...again])];
  return {
    tests: tests.map(nameOf),
    variants: variants.map((variant, at) => {
      const failures = new Set([...(runs[at] ?? []), ...(at === 0 ? again : [])]);
      const cells = tests.map((n): [string, MatrixCell] => [nameOf(n), failures.has(n) ? failed : passed]);
      const collected = { tests: [], failures: [] };
      const end = { variant: variant.name, end: 'finished' as const, seconds: 1, message: '' };
      return { variant, collected, end, cutShortAfter: undefined, cells: new Map(cells) };
    }),
  };
}

const passed: MatrixCell = { test: '', variant: '', outcome: 'passed', cause: null, seconds: 0, message: '' };
const failed: MatrixCell = { ...passed, outcome: 'failed', cause: 'assertion' };
