import { describe, expect, it } from '@jest/globals';
import { pulseOf } from './pulse.js';

const health = { ok: true, warm: 0, starting: 1, busy: 0, image: 'i', digest: 'd' } as const;

describe('the pulse of a worker', () => {
  it('is not ready before the first sandbox is warm', () => {
    expect(pulseOf(health, false)).toEqual({ ready: false, warm: 0, busy: 0, problem: null });
  });

  it('is ready once one is warm, and stays so while all are busy', () => {
    expect(pulseOf({ ...health, warm: 1 }, false)).toMatchObject({ ready: true, warm: 1 });
    expect(pulseOf({ ...health, busy: 1 }, true)).toMatchObject({ ready: true, busy: 1 });
  });

  it('says what keeps it from grading', () => {
    const problem = 'The Docker engine does not answer.';
    expect(pulseOf({ ok: false, problem }, true)).toEqual({ ready: false, warm: 0, busy: 0, problem });
  });
});
