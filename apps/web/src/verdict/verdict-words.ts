import { falseAlarmCost, falseAlarmCostInWords } from '@lakeproof/contracts';
import type { FalseAlarmCost, VerdictView } from '@lakeproof/contracts';
import { isFailure } from './matrix-source.js';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** The figures a verdict is told by. */
export interface Tally {
  readonly bugs: number;
  readonly caught: number;
  readonly survived: number;
  /** Bugs of which this page doesn't know what came: it is older than the verdict. */
  readonly newer: number;
  readonly tests: number;
  readonly valid: number;
  /** What false alarms cost; undefined without one. */
  readonly cost: FalseAlarmCost | undefined;
}

export function tallyOf({ variants, tests }: Pick<VerdictView, 'variants' | 'tests'>): Tally {
  const bugs = variants.filter(({ kind }) => kind === 'mutant');
  const caught = bugs.filter(({ outcome }) => outcome === 'caught').length;
  const newer = bugs.filter(({ outcome }) => outcome === 'unknown').length;
  return {
    bugs: bugs.length,
    caught,
    survived: bugs.length - caught - newer,
    newer,
    tests: tests.length,
    valid: tests.filter(({ valid }) => valid).length,
    cost: falseAlarmCost(tests, variants),
  };
}

/** The verdict in one line: "2 of 8 bugs would reach production". */
export function headlineOf({ bugs, survived, newer }: Tally): string {
  if (newer > 0) return 'This verdict is newer than this page: reload it';
  if (survived === 0) return `No bug would reach production`;
  if (bugs === 1) return 'The bug would reach production';
  if (survived === bugs) return `All ${bugs} bugs would reach production`;
  return `${survived} of ${bugs} bugs would reach production`;
}

/** What to know beside it, in a sentence. */
export function sublineOf({ bugs, caught, tests, valid, cost }: Tally): string {
  if (tests > 0 && valid === 0) return 'No test passes on every correct version, so none can catch a bug.';
  const yours = valid === 1 ? 'Your valid test' : `Your ${valid} valid tests`;
  const alarms = cost ? ` ${falseAlarmCostInWords(cost)}.` : '';
  return `${yours} caught ${caught === bugs ? `all ${bugs}` : caught === 0 ? 'none' : caught}.${alarms}`;
}

/** The verdict on code that hidden tests run: "9 of 15 hidden tests pass". */
export function hiddenTestsHeadlineOf(passed: number, all: number): string {
  if (passed === 0) return 'No hidden test passes';
  if (passed === all) return `All ${all} hidden tests pass`;
  return `${passed} of ${all} hidden tests ${passed === 1 ? 'passes' : 'pass'}`;
}

/** The same for a run, which looks at the reference alone. */
export function runHeadlineOf(matrix: VerdictView['matrix'], where: string): string {
  const passed = matrix.filter(({ outcome }) => outcome === 'passed').length;
  const failing = matrix.filter(({ outcome }) => isFailure(outcome)).length;
  if (matrix.length === 0) return 'No test was run';
  if (failing === 0) return `${count(passed, 'test')} ${passed === 1 ? 'passes' : 'pass'} ${where}`;
  return `${failing} of ${count(matrix.length, 'test')} ${failing === 1 ? 'fails' : 'fail'} ${where}`;
}

const list = new Intl.ListFormat('en-GB');

/** "1, 3, and 7" of labels such as "Bug 3". */
export const numbersOf = (labels: readonly string[]): string =>
  list.format(labels.map((label) => /\d+$/.exec(label)?.[0] ?? label));

/** Why a test is a false alarm: which correct versions it rejects, and what follows. Takes their labels. */
export function falseAlarmSentence(labels: readonly string[], correct: number): string {
  const on =
    labels.length === correct && correct > 1
      ? `all ${correct} correct versions`
      : `correct ${labels.length === 1 ? 'version' : 'versions'} ${numbersOf(labels)}`;
  return `Fails on ${on}, so it catches nothing.`;
}
