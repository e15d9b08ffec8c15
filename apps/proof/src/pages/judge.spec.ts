import { describe, expect, it } from '@jest/globals';
import type { PageBlock } from '@lakeproof/curriculum';
import { blockProblem, templateProblem } from './judge.js';

const block = (more: Partial<PageBlock>): PageBlock => ({ kind: 'run', code: '', line: 1, ...more });
const result = (printed: string, raised: string | null = null) => ({ printed, raised, where: '' });

describe('a block', () => {
  it.each([
    [block({ expected: '1' }), result('1\n')],
    [block({}), result('')],
    [block({ kind: 'raises', expected: 'ValueError: no …' }), result('', 'ValueError: no such order')],
    [block({ kind: 'raises', expected: 'before\nKeyError: 1' }), result('before\n', 'KeyError: 1')],
    [block({ kind: 'shown' }), result('')],
  ])('holds: %j, %j', (given, came) => {
    expect(blockProblem(given, came)).toBeUndefined();
  });

  it.each([
    [block({ expected: '1' }), result('2'), 'shows (-), but this came (+):\n- 1\n+ 2'],
    [block({}), result('2'), 'has no output block, but printed'],
    [block({}), result('', 'KeyError: 1'), 'raised KeyError: 1'],
    [block({ kind: 'raises', expected: 'KeyError' }), result('fine'), 'raised nothing'],
    [block({ kind: 'shown' }), result('', 'SyntaxError: x'), 'does not compile: SyntaxError: x'],
    [block({}), undefined, 'was not run'],
  ])('does not hold: %j, %j', (given, came, says) => {
    expect(blockProblem(given, came)).toContain(says);
  });
});

describe('a template', () => {
  it('holds when a test passes and none fails', () => {
    expect(templateProblem(result('PASSED a::b\nSKIPPED a::c - no cluster'))).toBeUndefined();
  });

  it.each([
    ['a failing test', 'PASSED a::b\nFAILED a::c - assert 1 == 2', 'FAILED a::c'],
    ['a file that can not be imported', 'PASSED a::b\nERROR a - ImportError', 'ERROR a'],
    ['no test', '', 'has no test that passes'],
    ['skipped tests alone', 'SKIPPED a::b', 'has no test that passes'],
  ])('does not hold with %s', (_, printed, says) => {
    expect(templateProblem(result(printed))).toContain(says);
  });
});
