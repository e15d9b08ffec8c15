import { describe, expect, it } from '@jest/globals';
import type { MatrixCell, VariantView } from '@lakeproof/contracts';
import { hiddenTestsOf } from './hidden-tests.js';

const environment = (key: string, title: string | null): VariantView => ({
  key,
  title,
  label: 'Correct version 1',
  kind: 'correct',
  outcome: 'passed',
  caughtBy: [],
  cause: null,
  concept: null,
  hints: [],
  hintLevels: 0,
  story: null,
});

const variants = [environment('reference', null), environment('kolkata', 'A session in Kolkata')];

const cell = (variant: string, outcome: MatrixCell['outcome'], message = ''): MatrixCell => ({
  test: 'test_job.py::test_a',
  variant,
  outcome,
  cause: outcome === 'failed' ? 'assertion' : null,
  seconds: 0.1,
  message,
});

const resultOf = (valid: boolean, ...matrix: MatrixCell[]) =>
  hiddenTestsOf({ tests: [{ id: 'test_job.py::test_a', valid, falseAlarmOn: [] }], variants, matrix })[0];

describe('a hidden test', () => {
  it('passes when it passes in each environment', () => {
    expect(resultOf(true, cell('reference', 'passed'), cell('kolkata', 'passed'))).toMatchObject({
      outcome: 'passed',
      message: '',
    });
  });

  it('says which environment it fails in when it passes in another', () => {
    expect(resultOf(false, cell('reference', 'passed'), cell('kolkata', 'failed', 'assert 1 == 2'))).toEqual({
      id: 'test_job.py::test_a',
      outcome: 'fails',
      where: 'in 1 of 2',
      message: 'A session in Kolkata:\nassert 1 == 2',
    });
  });

  it('numbers an environment that has no title', () => {
    expect(resultOf(false, cell('reference', 'error', 'boom'), cell('kolkata', 'passed'))?.message).toBe(
      'Environment 1:\nboom',
    );
  });

  it('says once what it said everywhere', () => {
    expect(
      resultOf(
        false,
        cell('reference', 'failed', 'assert 1 == 2'),
        cell('kolkata', 'failed', 'assert 1 == 2'),
      ),
    ).toMatchObject({ outcome: 'fails', where: '', message: 'assert 1 == 2' });
  });

  it('that was skipped is none that passes', () => {
    expect(resultOf(false, cell('reference', 'skipped'), cell('kolkata', 'skipped'))?.outcome).toBe(
      'skipped',
    );
  });
});
