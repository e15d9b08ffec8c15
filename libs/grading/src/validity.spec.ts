import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from './evidence.js';
import { everywhere, report, rubric } from './testing/reports.js';
import type { Did } from './testing/reports.js';
import { testVerdicts } from './validity.js';

const t = 'test_a.py::test_a';
const given = rubric();

describe('a test is valid', () => {
  it.each<{ on: Did; valid: boolean; falseAlarmOn: string[] }>([
    { on: 'pass', valid: true, falseAlarmOn: [] },
    { on: 'assertion', valid: false, falseAlarmOn: ['other'] },
    { on: 'exception', valid: false, falseAlarmOn: ['other'] },
    { on: 'fixture', valid: false, falseAlarmOn: ['other'] },
    { on: 'timeout', valid: false, falseAlarmOn: ['other'] },
    // It said nothing about that version: no false alarm, but nothing to rely on either.
    { on: 'skip', valid: false, falseAlarmOn: [] },
  ])('$valid when it does "$on" on one correct version', ({ on, valid, falseAlarmOn }) => {
    const evidence = evidenceOf(given, report(everywhere(given, [t], { other: { [t]: on } })));
    expect(testVerdicts(evidence)).toEqual([{ id: t, valid, falseAlarmOn }]);
  });

  it('not when it was collected on some correct versions only', () => {
    const evidence = evidenceOf(given, report({ ...everywhere(given, [t]), other: { tests: {} } }));
    expect(testVerdicts(evidence)).toEqual([{ id: t, valid: false, falseAlarmOn: [] }]);
  });

  it('not when it has no result on a correct version', () => {
    const evidence = evidenceOf(given, report({ ...everywhere(given, [t]), other: { unfinished: [t] } }));
    expect(testVerdicts(evidence)).toEqual([{ id: t, valid: false, falseAlarmOn: [] }]);
  });

  it('not when its file could not be collected on a correct version, which is a false alarm', () => {
    const failures = [{ file: 'test_a.py', reason: 'import-error' as const, message: 'no _helper' }];
    const evidence = evidenceOf(given, report({ ...everywhere(given, [t]), other: { failures } }));
    expect(testVerdicts(evidence)).toEqual([{ id: t, valid: false, falseAlarmOn: ['other'] }]);
  });
});

describe('a test that is collected on a bug only', () => {
  it('does not exist for the verdict', () => {
    const runs = everywhere(given, []);
    const evidence = evidenceOf(given, report({ ...runs, 'bug-a': { tests: { [t]: 'assertion' } } }));
    expect(evidence.tests).toEqual([]);
    expect(testVerdicts(evidence)).toEqual([]);
  });
});
