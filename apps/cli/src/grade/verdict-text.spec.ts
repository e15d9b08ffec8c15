import { describe, expect, it } from '@jest/globals';
import type { IntegrityNote, MatrixCell, Rubric, Variant, Verdict } from '@lakeproof/contracts';
import { plain } from '@lakeproof/terminal';
import { verdictText } from './verdict-text.js';

const mutant = (name: string, title: string): Variant => ({
  name,
  kind: 'mutant',
  concept: 'nulls',
  weight: 1,
  title,
  hint: 'h',
  story: 's',
  timeoutIsKill: false,
});
const rubric: Rubric = {
  mode: 'tests',
  points: 10,
  variants: [
    { name: 'reference', kind: 'correct' },
    { name: 'kolkata', kind: 'correct', title: 'Another time zone' },
    mutant('null-lost', 'Orders without a status vanish'),
    mutant('fan-out', 'Customers come twice'),
  ],
};

const cell = (test: string, variant: string, outcome: MatrixCell['outcome'], message = ''): MatrixCell => ({
  test: `tests/test_orders.py::${test}`,
  variant,
  outcome,
  cause: outcome === 'failed' ? 'assertion' : null,
  seconds: 0.1,
  message,
});
const graded: Verdict = {
  state: 'graded',
  reason: null,
  score: 0.1667,
  points: 1.67,
  maxPoints: 10,
  tests: [
    { id: 'tests/test_orders.py::test_nulls', valid: true, falseAlarmOn: [] },
    { id: 'tests/test_orders.py::test_today', valid: false, falseAlarmOn: ['kolkata'] },
  ],
  variants: [
    { name: 'reference', kind: 'correct', concept: null, outcome: 'passed', caughtBy: [], cause: null },
    { name: 'kolkata', kind: 'correct', concept: null, outcome: 'rejected', caughtBy: [], cause: null },
    {
      name: 'null-lost',
      kind: 'mutant',
      concept: 'nulls',
      outcome: 'caught',
      caughtBy: ['tests/test_orders.py::test_nulls'],
      cause: 'assertion',
    },
    { name: 'fan-out', kind: 'mutant', concept: 'nulls', outcome: 'survived', caughtBy: [], cause: null },
  ],
  matrix: [
    cell('test_nulls', 'reference', 'passed'),
    cell('test_nulls', 'kolkata', 'passed'),
    cell('test_nulls', 'null-lost', 'failed', 'assert 1 == 2'),
    cell('test_nulls', 'fan-out', 'passed'),
    cell('test_today', 'reference', 'passed'),
    cell('test_today', 'kolkata', 'failed', '\n  assert 23 == 24\n'),
    cell('test_today', 'null-lost', 'failed', 'assert 23 == 24'),
    cell('test_today', 'fan-out', 'passed'),
  ],
  timing: { queued: 0, started: 0.02, firstResult: 1.61, total: 9.8 },
  message: null,
  notes: ['option --cov was dropped'],
};
const text = (verdict: Verdict, width = 100, integrity: readonly IntegrityNote[] = []) =>
  verdictText('Clean the orders', rubric, { verdict, integrity }, { paint: plain, width });

describe('a verdict for people', () => {
  it('tells score, matrix, bugs and false alarms', () => {
    expect(text(graded)).toBe(`Clean the orders
1 of 2 bugs caught · 1 false alarm costs 1/3 of the points · score 16.7 % · 1.7 of 10 points

                 correct   bugs
                 1  2      1  2
  tests/test_orders.py
    test_nulls   ·  ·      ●  ·
    test_today   ·  !      !  ·

  ● caught the bug
  ! failed, but the test also rejects a correct version
  · passed

Correct versions
   1  reference  passed
   2  kolkata    not all tests passed  Another time zone

Bugs
   1  null-lost  caught                Orders without a status vanish · by test_nulls
   2  fan-out    to production         Customers come twice

False alarms
  These tests fail on a version that is correct, so they catch nothing.
  Each costs 1/3 of the points.
  ! test_today: fails on kolkata
      assert 23 == 24

Notes
  option --cov was dropped

sandbox after 0.0 s · first result after 1.6 s · all after 9.8 s
`);
  });

  it('gives a caught bug its title and its test a line each where one is too short', () => {
    expect(text(graded, 75)).toContain(
      `   1  null-lost  caught                Orders without a status vanish
                                       by test_nulls
`,
    );
  });

  it('says of a false alarm where the error is', () => {
    const message =
      '  File "/work/learner1/suite/helper.py", line 3\n    def x(\n         ^\nSyntaxError: bad';
    const broken = { ...graded, matrix: [cell('test_today', 'kolkata', 'failed', message)] };
    expect(text(broken)).toContain('      helper.py, line 3: SyntaxError: bad\n');
  });

  it('says why a submission was rejected', () => {
    const rejected: Verdict = {
      ...graded,
      state: 'rejected',
      reason: 'no-tests',
      score: null,
      points: null,
      tests: [],
      matrix: [],
      message: 'pytest found no test in your files.\nNone in test_orders.py.',
      notes: [],
    };
    expect(text(rejected)).toBe(`Clean the orders
Rejected: no-tests

  pytest found no test in your files.
  None in test_orders.py.

sandbox after 0.0 s · first result after 1.6 s · all after 9.8 s
`);
  });

  it('keeps lines within the terminal', () => {
    const id = `tests/test_orders.py::test_${'very_'.repeat(40)}long`;
    const long: Verdict = { ...graded, tests: [{ id, valid: true, falseAlarmOn: [] }], matrix: [] };
    const lines = text(long, 60).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(64);
  });

  it('lets no test steer the terminal', () => {
    const id = 'test_a.py::test_x[\u001b[2J]';
    const hostile: Verdict = {
      ...graded,
      tests: [{ id, valid: false, falseAlarmOn: ['kolkata'] }],
      matrix: [{ ...cell('', 'kolkata', 'failed', '\u001b]0;title\u0007 boom'), test: id }],
      notes: ['\u001b[31mred'],
    };
    expect(text(hostile)).not.toContain('\u001b');
  });
});

describe('integrity notes', () => {
  it('say what the suite did, on which versions and in which tests', () => {
    const said = text(graded, 100, [
      {
        code: 'read-code-under-test',
        detail: 'pipeline.py',
        variants: ['reference', 'fan-out'],
        tests: ['tests/test_orders.py::test_nulls'],
      },
      { code: 'new-thing', detail: 'a\u001b[31m', variants: ['kolkata'], tests: [] },
    ]);
    expect(said).toContain(`Integrity notes
  They change no score.
  This suite reads the code under test as text: pipeline.py
      on reference, fan-out · test_nulls
  This suite new-thing: a`);
    expect(said).toContain('on kolkata · while it was imported');
    expect(said).not.toContain('\u001b');
  });
});
