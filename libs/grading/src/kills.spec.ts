import { describe, expect, it } from '@jest/globals';
import type { Cause, Mutant, VariantOutcome } from '@lakeproof/contracts';
import { evidenceOf } from './evidence.js';
import { variantVerdicts } from './outcomes.js';
import { correct, everywhere, mutant, report } from './testing/reports.js';
import type { Did, Run } from './testing/reports.js';
import { testVerdicts } from './validity.js';

const [t, u, v] = ['a.py::t', 'a.py::u', 'a.py::v'] as const;

function outcomeOn(bug: Mutant, run: Run) {
  const rubric = { mode: 'tests' as const, points: 1, variants: [correct('reference'), bug] };
  const evidence = evidenceOf(rubric, report({ ...everywhere(rubric, [t, u, v]), [bug.name]: run }));
  const valid = testVerdicts(evidence).flatMap(({ id, valid: counts }) => (counts ? [id] : []));
  return variantVerdicts(evidence, valid, { graded: true })[1];
}

interface Case {
  rule: string;
  bug?: Partial<Mutant>;
  did: Record<string, Did>;
  outcome: VariantOutcome;
  cause: Cause | null;
  caughtBy: string[];
}

describe('a mutant', () => {
  it.each<Case>([
    { rule: 'survives when all pass', did: { [t]: 'pass' }, outcome: 'survived', cause: null, caughtBy: [] },
    { rule: 'survives a skip', did: { [t]: 'skip' }, outcome: 'survived', cause: null, caughtBy: [] },
    {
      rule: 'is caught by an assertion',
      did: { [t]: 'assertion' },
      outcome: 'caught',
      cause: 'assertion',
      caughtBy: [t],
    },
    {
      rule: 'is caught by an exception',
      did: { [t]: 'exception' },
      outcome: 'caught',
      cause: 'exception',
      caughtBy: [t],
    },
    {
      rule: 'is caught by a fixture that raises',
      did: { [t]: 'fixture' },
      outcome: 'caught',
      cause: 'exception',
      caughtBy: [t],
    },
    { rule: 'survives a timeout', did: { [t]: 'timeout' }, outcome: 'survived', cause: null, caughtBy: [] },
    {
      rule: 'is caught by a timeout where it says so',
      bug: { timeoutIsKill: true },
      did: { [t]: 'timeout' },
      outcome: 'caught',
      cause: 'timeout',
      caughtBy: [t],
    },
    {
      rule: 'that needs an assertion survives an exception',
      bug: { needs: 'assertion' },
      did: { [t]: 'exception', [u]: 'fixture' },
      outcome: 'survived',
      cause: null,
      caughtBy: [],
    },
    {
      rule: 'that needs an assertion is caught by those tests alone that gave one',
      bug: { needs: 'assertion' },
      did: { [t]: 'exception', [u]: 'assertion' },
      outcome: 'caught',
      cause: 'assertion',
      caughtBy: [u],
    },
    {
      rule: 'is caught by assertion rather than exception',
      did: { [t]: 'exception', [u]: 'assertion' },
      outcome: 'caught',
      cause: 'assertion',
      caughtBy: [t, u],
    },
    {
      rule: 'is caught by exception rather than timeout',
      bug: { timeoutIsKill: true },
      did: { [t]: 'timeout', [u]: 'exception' },
      outcome: 'caught',
      cause: 'exception',
      caughtBy: [t, u],
    },
    {
      rule: 'is caught by all causes at once, by the best',
      bug: { timeoutIsKill: true },
      did: { [t]: 'timeout', [u]: 'exception', [v]: 'assertion' },
      outcome: 'caught',
      cause: 'assertion',
      caughtBy: [t, u, v],
    },
    {
      rule: 'does not count a timeout among its catchers when it is no kill',
      did: { [t]: 'timeout', [u]: 'assertion' },
      outcome: 'caught',
      cause: 'assertion',
      caughtBy: [u],
    },
  ])('$rule', ({ bug, did, outcome, cause, caughtBy }) => {
    expect(outcomeOn(mutant('bug', bug), { tests: did })).toMatchObject({ outcome, cause, caughtBy });
  });

  it('is caught by the tests of a file that can be collected everywhere but there', () => {
    const failures = [{ file: 'a.py', reason: 'import-error' as const, message: 'cannot import' }];
    expect(outcomeOn(mutant('bug'), { failures })).toMatchObject({
      outcome: 'caught',
      cause: 'exception',
      caughtBy: [t, u, v],
    });
  });

  it('is not caught that way where it needs an assertion', () => {
    const failures = [{ file: 'a.py', reason: 'import-error' as const, message: 'cannot import' }];
    expect(outcomeOn(mutant('bug', { needs: 'assertion' }), { failures })).toMatchObject({
      outcome: 'survived',
    });
  });

  it('survives when its tests are neither collected nor lost to a failure', () => {
    expect(outcomeOn(mutant('bug'), { tests: {} })).toMatchObject({ outcome: 'survived', caughtBy: [] });
  });

  it.each(['timeout', 'exited', 'out-of-memory', 'too-much-output'] as const)(
    'survives when its process ends by %s before a test failed',
    (end) => {
      expect(outcomeOn(mutant('bug'), { unfinished: [t, u, v], end })).toMatchObject({ outcome: 'survived' });
    },
  );

  it('is caught by a test that failed before its process ended badly', () => {
    expect(
      outcomeOn(mutant('bug'), { tests: { [t]: 'assertion' }, unfinished: [u], end: 'exited' }),
    ).toMatchObject({
      outcome: 'caught',
      caughtBy: [t],
    });
  });

  it.each<{ says: string; outcome: 'failed' | 'error'; cause: Cause | null; kill: Cause | null }>([
    { says: 'no cause is taken for an exception', outcome: 'failed', cause: null, kill: 'exception' },
    { says: 'the clock is no kill', outcome: 'failed', cause: 'timeout', kill: null },
    { says: 'an assertion in a fixture is one', outcome: 'error', cause: 'assertion', kill: 'assertion' },
  ])('on which a test failed: $says', ({ outcome, cause, kill }) => {
    const rubric = { mode: 'tests' as const, points: 1, variants: [correct('reference'), mutant('bug')] };
    const passed = report(everywhere(rubric, [t]));
    const tests = passed.tests.map((event) =>
      event.variant === 'bug' ? { ...event, outcome, cause } : event,
    );
    const evidence = evidenceOf(rubric, { ...passed, tests });
    expect(variantVerdicts(evidence, [t], { graded: true })[1]).toMatchObject({ cause: kill });
  });
});
