import { describe, expect, it } from '@jest/globals';
import type { Report, Verdict } from '@lakeproof/contracts';
import { attackSchema, type Attack } from './attack.js';
import { problemsOf } from './judge.js';

const attack = (expected: object): Attack => ({
  ...attackSchema.parse({ tries: 'x', proves: 'y', expect: expected }),
  name: 'x',
  files: [{ path: 'test_x.py', content: '' }],
  beside: [],
});

/** One test that passed on a correct version and, unless told, on a mutant. */
function outcome(more: Partial<Verdict> = {}, held = 1, beside: string[] = []) {
  const id = 'test_x.py::test_a';
  const cell = { test: id, outcome: 'passed', cause: null, seconds: 0, message: '' } as const;
  const variant = { concept: null, caughtBy: [], cause: null };
  const verdict: Verdict = {
    ...{ state: 'graded', reason: null, score: 0, points: 0, maxPoints: 1, message: null, notes: [] },
    tests: [{ id, valid: true, falseAlarmOn: [] }],
    variants: [
      { name: 'reference', kind: 'correct', outcome: 'passed', ...variant },
      { name: 'bug', kind: 'mutant', outcome: 'survived', ...variant },
    ],
    matrix: [
      { ...cell, variant: 'reference' },
      { ...cell, variant: 'bug' },
    ],
    timing: { queued: 0, started: 0, firstResult: 0, total: 0 },
    ...more,
  };
  const report = {
    notes: [{ variant: 'bug', code: 'process', detail: '' }],
    variants: [
      { variant: 'reference', end: 'finished', message: '' },
      { variant: 'bug', end: 'exited', message: 'signal 9' },
    ],
    end: { kind: 'done' },
  };
  return { verdict, report: report as unknown as Report, heldSeconds: held, mostSeconds: 10, beside };
}

describe('what came of an attack', () => {
  const plain = attack({ reason: null, tests: { test_a: 'passed' } });

  it('is fine when all is as expected', () => {
    expect(problemsOf(plain, outcome())).toEqual([]);
  });

  it('is fine when a bug was caught by luck and the score is as expected', () => {
    const lucky = attack({ reason: null, tests: { test_a: 'passed' }, score: 0 });
    expect(problemsOf(lucky, outcome({ variants: [caught()] }))).toEqual([]);
  });

  it.each([
    ['a bug was credited', plain, outcome({ variants: [caught()] }), 'credited with catching bug'],
    ['a test was not run', plain, outcome({ matrix: [] }), 'not-run on reference'],
    ['a run ended early', plain, outcome({ matrix: [] }), 'its run on bug ended as exited: signal 9'],
    ['a test was not collected', plain, outcome({ tests: [] }), 'test_a was not collected'],
    ['a test is not expected', attack({ reason: null }), outcome(), "doesn't name it"],
    ['the reason is another', attack({ reason: 'timeout' }), outcome(), 'came to a grade, not timeout'],
    ['the sandbox was held', plain, outcome({}, 11), 'held its sandbox'],
    [
      'its score is another',
      attack({ reason: null, score: 0 }),
      outcome({ score: 0.25 }),
      'scored 0.25, not 0',
    ],
    ['the sandbox beside it was over', plain, outcome({}, 1, ['it was over']), 'beside it, it was over'],
    ['nothing was noted', attack({ reason: null, notes: ['jvm'] }), outcome(), 'nothing was noted about jvm'],
  ])('is a problem when %s', (_, one, seen, sentence) => {
    expect(problemsOf(one, seen).join('\n')).toContain(sentence);
  });
});

function caught(): Verdict['variants'][number] {
  const caughtBy = ['test_x.py::test_a'];
  return { name: 'bug', kind: 'mutant', concept: null, outcome: 'caught', caughtBy, cause: 'assertion' };
}
