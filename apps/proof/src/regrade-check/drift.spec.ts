import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '@lakeproof/contracts';
import { drift } from './drift.js';

const verdict = (part: Partial<Verdict> = {}): Verdict => ({
  ...{ state: 'graded', reason: null, score: 0.5, points: 5, maxPoints: 10 },
  tests: [{ id: 'a.py::t', valid: true, falseAlarmOn: [] }],
  variants: [
    {
      ...{ name: 'null-lost', kind: 'mutant', concept: 'nulls', outcome: 'caught' },
      caughtBy: ['a.py::t'],
      cause: 'assertion',
    },
  ],
  matrix: [
    {
      ...{ test: 'a.py::t', variant: 'null-lost', outcome: 'failed', cause: 'assertion' },
      seconds: 0.1,
      message: 'at 0x7f',
    },
  ],
  timing: { queued: 0, started: 0, firstResult: 1, total: 2 },
  message: null,
  notes: [],
  ...part,
});
const cell = (part: object) => verdict({ matrix: verdict().matrix.map((one) => ({ ...one, ...part })) });
const variant = (part: object) =>
  verdict({ variants: verdict().variants.map((one) => ({ ...one, ...part })) });

describe('a verdict that is repeated', () => {
  it.each<[string, Verdict]>([
    ['seconds', cell({ seconds: 9 })],
    ['messages', cell({ message: 'at 0x80' })],
    ['timing', verdict({ timing: { queued: 1, started: 1, firstResult: 5, total: 9 } })],
    ['notes', verdict({ notes: ['cut'] })],
  ])('may differ in %s', (_, other) => {
    expect(drift([verdict(), other, verdict()])).toEqual([]);
  });

  it.each<[string, Verdict, string]>([
    [
      'an outcome',
      cell({ outcome: 'passed', cause: null }),
      'a.py::t on null-lost: failed assertion (2x), passed (1x)',
    ],
    [
      'a cause',
      cell({ cause: 'exception' }),
      'a.py::t on null-lost: failed assertion (2x), failed exception (1x)',
    ],
    [
      'a cell that is missing',
      verdict({ matrix: [] }),
      'a.py::t on null-lost: failed assertion (2x), absent (1x)',
    ],
    ['the score', verdict({ score: 0.25 }), 'verdict: graded 0.5 (2x), graded 0.25 (1x)'],
    [
      'who caught a bug',
      variant({ caughtBy: [] }),
      'variant null-lost: caught assertion a.py::t (2x), caught assertion (1x)',
    ],
    [
      'a test that is valid',
      verdict({ tests: [{ id: 'a.py::t', valid: false, falseAlarmOn: ['kolkata'] }] }),
      'test a.py::t: valid (2x), not valid kolkata (1x)',
    ],
  ])('may not differ in %s', (_, other, said) => {
    expect(drift([verdict(), other, verdict()])).toEqual([said]);
  });

  it('of a rejected submission is compared by its reason alone', () => {
    const rejected = { state: 'rejected', reason: 'timeout', score: null } as const;
    expect(drift([verdict(rejected), verdict({ ...rejected, matrix: [] })])).toEqual([]);
    expect(drift([verdict(rejected), verdict({ ...rejected, reason: 'no-tests' })])).toHaveLength(1);
  });
});
