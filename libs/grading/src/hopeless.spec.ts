import { describe, expect, it } from '@jest/globals';
import type { HarnessEvent, VariantKind } from '@lakeproof/contracts';
import { isHopeless } from './hopeless.js';

const ended = (end: 'finished' | 'timeout' | 'exited'): HarnessEvent => ({
  event: 'variant',
  variant: 1,
  end,
  seconds: 1,
  message: '',
});
const collected = (tests: string[], ...reasons: ('syntax-error' | 'import-error')[]): HarnessEvent => ({
  event: 'collected',
  variant: 1,
  tests,
  failures: reasons.map((reason) => ({ file: 'test_a.py', reason, message: '' })),
  notes: [],
});
const failed: HarnessEvent = {
  event: 'test',
  variant: 1,
  id: 't',
  outcome: 'failed',
  cause: 'assertion',
  seconds: 1,
  message: '',
  output: '',
};

describe('a submission is hopeless', () => {
  it.each<{ hopeless: boolean; what: string; event: HarnessEvent; kind: VariantKind | undefined }>([
    { hopeless: true, what: 'a correct version timed out', event: ended('timeout'), kind: 'correct' },
    { hopeless: true, what: 'a correct version exited', event: ended('exited'), kind: 'correct' },
    { hopeless: false, what: 'a correct version finished', event: ended('finished'), kind: 'correct' },
    { hopeless: false, what: 'a bug timed out', event: ended('timeout'), kind: 'mutant' },
    { hopeless: true, what: 'there is no test', event: collected([]), kind: 'correct' },
    { hopeless: true, what: 'nothing can be parsed', event: collected([], 'syntax-error'), kind: 'correct' },
    {
      hopeless: false,
      what: 'another file has tests',
      event: collected(['t'], 'syntax-error'),
      kind: 'correct',
    },
    {
      hopeless: false,
      what: 'another version may have the import',
      event: collected([], 'syntax-error', 'import-error'),
      kind: 'correct',
    },
    { hopeless: false, what: 'a bug has no tests', event: collected([]), kind: 'mutant' },
    { hopeless: false, what: 'one test failed', event: failed, kind: 'correct' },
    { hopeless: false, what: 'the harness is done', event: { event: 'done', seconds: 1 }, kind: undefined },
  ])('$hopeless: $what ($kind)', ({ hopeless, event, kind }) => {
    expect(isHopeless(event, kind)).toBe(hopeless);
  });
});
