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

  it.each([
    ['engine', 'The Docker engine does not answer.'],
    ['image', 'Build it with script/bootstrap'],
    ['disk', 'The disk of the Docker engine is full.'],
    ['start', 'Sandboxes do not become ready.'],
  ] as const)('says what keeps it from grading, and nothing of its host: %s', (kind, sentence) => {
    const pulse = pulseOf({ ok: false, kind, problem: 'at tcp://10.0.0.7:2375, in /var/lib/docker' }, true);
    expect(pulse).toMatchObject({ ready: false, warm: 0, busy: 0 });
    expect(pulse.problem).toContain(sentence);
    expect(pulse.problem).not.toMatch(/tcp|\/var/);
  });
});
