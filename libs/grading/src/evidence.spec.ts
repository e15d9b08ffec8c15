import { describe, expect, it } from '@jest/globals';
import type { Report } from '@lakeproof/contracts';
import { evidenceOf, matrixOf } from './evidence.js';
import { seededRandom } from './testing/random.js';
import { everywhere, report, rubric } from './testing/reports.js';
import { verdictOf } from './verdict.js';

const [t, u] = ['test_a.py::test_t', 'tests/test_b.py::test_u'] as const;
const given = rubric();
const honest = report(
  everywhere(given, [t, u], { 'bug-a': { [t]: 'assertion' }, other: { [u]: 'exception' } }),
);
const verdict = (from: Report) => verdictOf(given, from, { queued: 0 });

/** A shuffle that is the same in every run of the tests (Fisher and Yates). */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

const forged = (variant: string, id: string, outcome: 'passed' | 'failed') => ({
  variant,
  id,
  outcome,
  cause: outcome === 'failed' ? ('assertion' as const) : null,
  seconds: 0,
  message: 'forged',
  output: '',
});

describe('the order of events', () => {
  const noisy: Report = {
    ...honest,
    // Contradictions and repeats must not depend on who came first either.
    tests: [...honest.tests, forged('bug-b', t, 'failed'), forged('reference', t, 'failed'), ...honest.tests],
    collected: [...honest.collected, ...honest.collected],
    variants: [...honest.variants, { variant: 'other', end: 'exited', seconds: 0, message: 'forged' }],
  };
  it.each(Array.from({ length: 50 }, (_, seed) => seed))('does not matter (shuffle %i)', (seed) => {
    for (const original of [honest, noisy])
      expect(
        verdict({
          ...original,
          tests: shuffled(original.tests, seed),
          collected: shuffled(original.collected, seed + 1),
          variants: shuffled(original.variants, seed + 2),
        }),
      ).toEqual(verdict(original));
  });
});

describe('a hostile report', () => {
  it.each<{ what: string; hostile: Report }>([
    {
      what: 'an unknown variant',
      hostile: { ...honest, tests: [...honest.tests, forged('bug-z', t, 'failed')] },
    },
    {
      what: 'an unknown variant that collected and ended',
      hostile: {
        ...honest,
        collected: [...honest.collected, { variant: 'x', tests: ['x.py::x'], failures: [], notes: ['x'] }],
        variants: [...honest.variants, { variant: 'x', end: 'timeout', seconds: 0, message: '' }],
      },
    },
    {
      what: 'a test nobody collected',
      hostile: {
        ...honest,
        tests: [
          ...honest.tests,
          ...given.variants.map(({ name, kind }) =>
            forged(name, 'x.py::x', kind === 'correct' ? 'passed' : 'failed'),
          ),
        ],
      },
    },
    {
      what: 'a test that is collected on bugs alone',
      hostile: {
        ...honest,
        collected: [
          ...honest.collected,
          { variant: 'bug-b', tests: ['x.py::x'], failures: [], notes: ['hint'] },
        ],
        tests: [...honest.tests, forged('bug-b', 'x.py::x', 'failed')],
      },
    },
    {
      what: 'every event twice',
      hostile: { ...honest, tests: honest.tests.flatMap((event) => [event, event]) },
    },
  ])('changes nothing by $what', ({ hostile }) => {
    expect(verdict(hostile)).toEqual(verdict(honest));
  });

  it('gains nothing by saying that a test failed on a bug on which it also passed', () => {
    const hostile = { ...honest, tests: [forged('bug-b', t, 'failed'), ...honest.tests] };
    expect(verdict(hostile)).toEqual(verdict(honest));
  });

  it('gains nothing by saying that a test passed on a correct version on which it also failed', () => {
    const hostile = { ...honest, tests: [forged('other', u, 'passed'), ...honest.tests] };
    expect(verdict(hostile)).toEqual(verdict(honest));
  });

  it('gains nothing by better causes', () => {
    const plain = report(everywhere(given, [t], { 'bug-a': { [t]: 'exception' } }));
    const better = { ...plain, tests: [forged('bug-a', t, 'failed'), ...plain.tests] };
    expect(verdict(better)).toEqual(verdict(plain));
  });

  it('has no result for a test that was not collected there', () => {
    const hostile = {
      ...honest,
      collected: honest.collected.map((event) =>
        event.variant === 'bug-b' ? { ...event, tests: [u] } : event,
      ),
      tests: [...honest.tests.filter(({ variant }) => variant !== 'bug-b'), forged('bug-b', t, 'failed')],
    };
    expect(verdict(hostile).variants[3]).toMatchObject({ name: 'bug-b', outcome: 'survived' });
  });

  it("keeps pytest's order of tests, whatever else it says was collected", () => {
    const backwards = report(everywhere(given, [u, t]));
    const extra = { variant: 'reference', tests: [t], failures: [], notes: [] };
    const hostile = { ...backwards, collected: [extra, ...backwards.collected] };
    expect(verdict(hostile).tests.map(({ id }) => id)).toEqual([u, t]);
  });

  it('loses by saying that a correct version ended twice, once badly', () => {
    const ended = { variant: 'other', end: 'exited' as const, seconds: 1, message: '' };
    const hostile = { ...honest, variants: [...honest.variants, ended] };
    expect(verdict(hostile)).toMatchObject({ state: 'rejected', reason: 'collection-error' });
  });

  it('loses by contradicting itself to its disadvantage', () => {
    const hostile = { ...honest, tests: [...honest.tests, forged('reference', t, 'failed')] };
    expect(verdict(hostile)).toMatchObject({ score: 0 });
  });
});

describe('a file that could not be collected', () => {
  const failing = (file: string) => {
    const failures = [{ file, reason: 'import-error' as const, message: 'broken' }];
    const evidence = evidenceOf(given, report({ ...everywhere(given, [t, u]), 'bug-a': { failures } }));
    return matrixOf(evidence)
      .filter(({ variant }) => variant === 'bug-a')
      .map(({ test, outcome, cause, message }) => ({ test, outcome, cause, message }));
  };
  const lost = (test: string) => ({ test, outcome: 'error', cause: 'exception', message: 'broken' });

  it.each([
    { file: 'test_a.py', lose: [t] },
    { file: 'tests/test_b.py', lose: [u] },
    { file: 'tests', lose: [u] },
    { file: 'tests/conftest.py', lose: [u] },
    { file: 'tests/__init__.py', lose: [u] },
    { file: 'conftest.py', lose: [t, u] },
    { file: 'test_b.py', lose: [] },
    { file: 'test_a', lose: [] },
  ])('$file takes $lose along', ({ file, lose }) => {
    expect(failing(file)).toEqual(lose.map(lost));
  });

  it('does not hide a result a test has all the same', () => {
    const failures = [{ file: 'test_a.py', reason: 'import-error' as const, message: 'broken' }];
    const runs = { ...everywhere(given, [t]), 'bug-a': { tests: { [t]: 'pass' as const }, failures } };
    expect(matrixOf(evidenceOf(given, report(runs)))[2]).toMatchObject({
      variant: 'bug-a',
      outcome: 'passed',
    });
  });
});

describe('messages', () => {
  it('stay under 1 MiB in all', () => {
    const tests = Array.from({ length: 300 }, (_, i) => `test_a.py::test_${String(i)}`);
    const raw = report(everywhere(given, tests));
    const flood = { ...raw, tests: raw.tests.map((event) => ({ ...event, message: 'x'.repeat(2000) })) };
    const messages = matrixOf(evidenceOf(given, flood)).map(({ message }) => message);
    expect(messages[0]).toHaveLength(2000);
    expect(messages.at(-1)).toBe('Left out: the messages of this suite are too long.');
    expect(messages.filter((message) => message.length === 2000)).toHaveLength(524);
  });
});
