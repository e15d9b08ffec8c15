import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.js';
import type { Cell, Outcomes } from './outcomes.js';

const passed: Cell = { outcome: 'passed', cause: null, message: '' };
const failed = (message: string, cause: Cell['cause'] = 'exception'): Cell => ({
  outcome: 'failed',
  cause,
  message,
});
const of = (tests: Outcomes['tests'], uncollected: Outcomes['uncollected'] = {}): Outcomes => ({
  tests,
  uncollected,
});

describe('two runs of a suite', () => {
  it('agree when each test ended alike', () => {
    const run = of({ a: passed, b: failed('KeyError: x') }, { 'test_c.py': 'syntax-error' });
    expect(differences(run, run, {})).toEqual([]);
  });

  it.each([
    ['outcome', { a: failed('E') }, { a: passed }],
    ['cause', { a: failed('E') }, { a: failed('E', 'assertion') }],
    ['first line of the message', { a: failed('KeyError: x') }, { a: failed('KeyError: y') }],
    ['number of tests', { a: passed }, { a: passed, b: passed }],
  ])('differ by the %s', (_, plain, warm) => {
    expect(differences(of(plain), of(warm), {})).toHaveLength(1);
  });

  it('differ when a file is collected by one of them', () => {
    expect(differences(of({}, { 'test_a.py': 'import-error' }), of({}), {})).toEqual([
      'test_a.py: plain pytest not collected: import-error · sandbox not there',
    ]);
  });

  it('agree when only folders, addresses and numbers of columns are others', () => {
    const plain = of({ a: failed("calling o67.collect: 'id#12L' in /tmp/a/b at 0x7f\nmore") });
    const warm = of({ a: failed("calling o8.collect: 'id#7L' in /work/c at 0x8e\nother") });
    expect(differences(plain, warm, {})).toEqual([]);
  });

  it('must differ where they do so by design', () => {
    const reason = { a: 'a reason' };
    expect(differences(of({ a: passed }), of({ a: failed('E') }), reason)).toEqual([]);
    expect(differences(of({ a: passed }), of({ a: passed }), reason)[0]).toContain('no longer differs');
  });
});
