import { describe, expect, it } from '@jest/globals';
import { workerHealth } from './worker-health.js';

const ready = { ready: true, warm: 1, busy: 2, problem: null };
const warming = { ready: false, warm: 0, busy: 0, problem: null };
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
});
