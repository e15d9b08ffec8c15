import { describe, expect, it } from '@jest/globals';
import { scoreOf } from './score.js';
import { correct, mutant, rubric } from './testing/reports.js';

const correctNames = ['reference', 'sql', 'spelled-out', 'kolkata', 'eight-partitions'];
const bugs = ['a', 'b', 'c', 'd', 'e', 'f'];
const given = rubric({ variants: [...correctNames.map(correct), ...bugs.map((name) => mutant(name))] });

const alarm = (on: string[]) => ({ id: `alarm on ${on.join()}`, valid: false, falseAlarmOn: on });
const valid = { id: 'valid', valid: true, falseAlarmOn: [] };
const skipped = { id: 'skipped', valid: false, falseAlarmOn: [] };
const caughtOf = (names: readonly string[]) =>
  bugs.map((name) => ({
    ...{ name, kind: 'mutant' as const, concept: 'nulls', caughtBy: [], cause: null },
    outcome: names.includes(name) ? ('caught' as const) : ('survived' as const),
  }));

describe('a false alarm', () => {
  it.each([
    { what: 'none', tests: [valid], caught: bugs, score: 1 },
    { what: 'one: a sixth', tests: [valid, alarm(['sql'])], caught: bugs, score: 0.8333 },
    { what: 'one on all versions: a sixth too', tests: [alarm(correctNames)], caught: bugs, score: 0.8333 },
    {
      what: 'two on the same version: two sixths',
      tests: [alarm(['sql']), alarm(['sql'])],
      caught: bugs,
      score: 0.6667,
    },
    { what: 'one beside a single bug', tests: [alarm(['sql'])], caught: ['a'], score: 0 },
    {
      what: 'more than the bugs are worth',
      tests: [alarm(['sql']), alarm(['kolkata'])],
      caught: ['a'],
      score: 0,
    },
    { what: 'a skipped test is none', tests: [valid, skipped], caught: bugs, score: 1 },
  ])('of five versions and the repeat costs: $what', ({ tests, caught, score }) => {
    expect(scoreOf(given, tests, caughtOf(caught))).toBe(score);
  });

  it('costs nothing where there is no bug to catch', () => {
    const alone = rubric({ variants: [correct('reference')] });
    expect(scoreOf(alone, [alarm(['reference'])], [])).toBeNull();
  });

  it('is none in code that hidden tests grade', () => {
    const hidden = [
      { id: 'valid', weight: 3 },
      { id: 'alarm on sql', weight: 1 },
    ];
    const code = rubric({ mode: 'code', variants: correctNames.map(correct), hiddenTests: hidden });
    expect(scoreOf(code, [valid, alarm(['sql'])], [])).toBe(0.75);
  });
});
