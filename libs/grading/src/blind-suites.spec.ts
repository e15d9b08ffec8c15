import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Rubric } from '@lakeproof/contracts';
import { variantVerdicts } from './outcomes.js';
import { scoreOf } from './score.js';
import {
  drawn,
  eachForItself,
  evidenceOfFailures,
  oneAtATime,
  reportOf,
  type Drawn,
} from './testing/blind-suites.js';
import { seededRandom } from './testing/random.js';
import { correct, mutant, rubric } from './testing/reports.js';
import { testVerdicts } from './validity.js';
import { verdictOf } from './verdict.js';

/** Most exercises have five correct versions. */
const versions = 5;
const rubricWith = (bugs: number): Rubric =>
  rubric({
    variants: [
      ...Array.from({ length: versions }, (_, n) => correct(`correct-${String(n)}`)),
      ...Array.from({ length: bugs }, (_, n) => mutant(`bug-${String(n)}`)),
    ],
  });

function scoreOfFailures(given: Rubric, seen: Drawn): number {
  const evidence = evidenceOfFailures(given.variants, seen);
  const tests = testVerdicts(evidence);
  const valid = tests.filter((test) => test.valid).map(({ id }) => id);
  return scoreOf(given, tests, variantVerdicts(evidence, valid, { graded: true })) ?? NaN;
}

const sizes = [1, 5, 20, 60, 120, 480];
const fewSizes = [5, 60, 480];
const rates = [0.0005, 0.002, 0.005, 0.02, 0.1, 0.5];
const ways = {
  'each for itself, anew in each run': { draw: eachForItself, sizes, stable: false, below: 0.1 },
  'each for itself, alike on the same version': { draw: eachForItself, sizes, stable: true, below: 0.12 },
  'one at a time, anew in each run': { draw: oneAtATime, sizes: fewSizes, stable: false, below: 0.12 },
  // Five versions fail five tests, and a sixth of the points is left: the most that a fingerprint is sure of.
  'one at a time, alike on the same version': {
    draw: oneAtATime,
    sizes: fewSizes,
    stable: true,
    below: 0.17,
  },
};
type Way = keyof typeof ways;

const rounds = 300;
/** Fewer rounds do where many tests fail: no round earns anything there. */
const enoughFailures = 3000;

/** The mean score of such suites, against 8 bugs and against 12. */
function means(way: Way, tests: number, rate: number): number[] {
  const { draw, stable } = ways[way];
  const random = seededRandom(1);
  return [8, 12].map((bugs) => {
    const given = rubricWith(bugs);
    const scores: number[] = [];
    for (let failures = 0; scores.length < rounds && failures < enoughFailures;) {
      const seen = drawn(draw, { tests, rate }, { variants: given.variants.length, stable, random });
      failures += seen.runs.flat().length;
      scores.push(scoreOfFailures(given, seen));
    }
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });
}

const figures = new Map<Way, number[][][]>();
const figuresOf = (way: Way) => {
  const known =
    figures.get(way) ?? ways[way].sizes.map((tests) => rates.map((rate) => means(way, tests, rate)));
  figures.set(way, known);
  return known;
};

describe('suites that fail by chance', () => {
  it.each(Object.keys(ways) as Way[])('earn next to nothing: %s', (way) => {
    expect(Math.max(...figuresOf(way).flat(2))).toBeLessThan(ways[way].below);
  });

  it('earn what decision 019 says', () => {
    const written = readFileSync(
      new URL('../../../docs/decisions/019-a-false-alarm-costs.md', import.meta.url),
      'utf8',
    );
    const lines = written.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
    for (const way of Object.keys(ways) as Way[]) expect(lines).toEqual(expect.arrayContaining(table(way)));
  });

  it.each(Object.keys(ways) as Way[])('are graded as their whole reports are: %s', (way) => {
    const { draw, stable } = ways[way];
    const given = rubricWith(8);
    const random = seededRandom(2);
    for (const suite of [
      { tests: 5, rate: 0.1 },
      { tests: 60, rate: 0.005 },
    ])
      for (let round = 0; round < 10; round++) {
        const seen = drawn(draw, suite, { variants: given.variants.length, stable, random });
        expect(scoreOfFailures(given, seen)).toBe(
          verdictOf(given, reportOf(given, suite, seen), { queued: 0 }).score,
        );
      }
  });
});

const two = (value: number) => value.toFixed(2);

/** The lines of the decision: means against 8 and 12 bugs. */
function table(way: Way): string[] {
  return ways[way].sizes.map(
    (tests, row) =>
      `| ${String(tests)} | ${(figuresOf(way)[row] ?? []).map((cell) => cell.map(two).join(', ')).join(' | ')} |`,
  );
}
