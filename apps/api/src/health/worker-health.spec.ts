import { describe, expect, it } from '@jest/globals';
import { workerHealth } from './worker-health.js';

const faults = { count: 0, lastAt: null };
const ready = { ready: true, warm: 1, busy: 2, problem: null, faults };
const warming = { ready: false, warm: 0, busy: 0, problem: null, faults };
const broken = { ...warming, problem: 'The Docker engine does not answer.' };

describe('the health of the workers', () => {
  it.each([
    [
      'counts the sandboxes of those that are ready',
      [ready, ready, broken],
      true,
      '2 sandboxes warm, 4 sandboxes at work.',
    ],
    [
      'says that none lives',
      [],
      false,
      'No worker shows that it lives. Start one; submissions wait until then.',
    ],
    ['says that the first is warming up', [warming], false, 'A worker is warming up its first sandbox.'],
    [
      'says what keeps the only ones from grading',
      [warming, broken],
      false,
      'The Docker engine does not answer.',
    ],
  ])('%s', (_, pulses, up, message) => {
    expect(workerHealth(pulses)).toMatchObject({ up, message });
  });

  it('sums up the errors of all of them, and tells when the last one was', () => {
    const had = (count: number, lastAt: string) => ({ ...ready, faults: { count, lastAt } });
    const pulses = [had(1, '2026-03-02T10:00:00.000Z'), ready, had(2, '2026-03-02T09:00:00.000Z')];
    expect(workerHealth(pulses).faults).toEqual({ count: 3, lastAt: '2026-03-02T10:00:00.000Z' });
  });
});
