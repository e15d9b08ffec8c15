import { describe, expect, it } from '@jest/globals';
import type { Report } from '@lakeproof/contracts';
import { integrityFor, integrityOf } from './integrity.js';
import { everywhere, report, rubric } from './testing/reports.js';
import { verdictOf } from './verdict.js';

const [t, u] = ['a.py::t', 'a.py::u'] as const;
const given = rubric();
const noted = (notes: Report['notes']): Report => ({ ...report(everywhere(given, [t, u])), notes });
const reads = (variant: string, test: string | null, detail = 'pipeline.py') => ({
  variant,
  code: 'read-code-under-test',
  detail,
  test,
});

describe('integrity notes', () => {
  it('say once what was noticed, with all variants and tests it was noticed on', () => {
    const notes = [reads('bug-a', t), reads('reference', t), reads('bug-a', u), reads('bug-a', t)];
    expect(integrityOf(given, noted(notes))).toEqual([
      {
        code: 'read-code-under-test',
        detail: 'pipeline.py',
        variants: ['reference', 'bug-a'],
        tests: [t, u],
      },
    ]);
  });

  it('name no test for what an import did', () => {
    expect(integrityOf(given, noted([reads('other', null)]))).toMatchObject([
      { variants: ['other'], tests: [] },
    ]);
  });

  it('keep different things apart', () => {
    const notes = [reads('other', t, 'pipeline.py'), reads('other', t, 'rules.py')];
    expect(integrityOf(given, noted(notes)).map(({ detail }) => detail)).toEqual(['pipeline.py', 'rules.py']);
  });

  it('leave out variants nobody knows, and stay few', () => {
    expect(integrityOf(given, noted([reads('forged', t)]))).toEqual([]);
    const flood = Array.from({ length: 300 }, (_, n) => reads('other', t, String(n)));
    expect(integrityOf(given, noted(flood))).toHaveLength(100);
  });

  it('are not what a learner is told: a setting that the sandbox ignores', () => {
    const ignored = { variant: 'other', code: 'setting-ignored', detail: 'spark.master', test: null };
    expect(integrityOf(given, noted([ignored]))).toEqual([]);
  });

  it('change nothing about the verdict', () => {
    const verdict = (from: Report) => verdictOf(given, from, { queued: 0 });
    expect(verdict(noted([reads('bug-a', t)]))).toEqual(verdict(noted([])));
  });

  it.each([
    ['trainer', 1],
    ['participant', undefined],
    ['admin', undefined],
  ] as const)('for a %s are %s', (role, count) => {
    const notes = integrityOf(given, noted([reads('bug-a', t)]));
    expect(integrityFor(notes, { role })?.length).toBe(count);
  });
});
