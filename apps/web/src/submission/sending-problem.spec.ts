import { describe, expect, it } from '@jest/globals';
import { type ProblemCode, problemSchema } from '@lakeproof/contracts';
import { ProblemError, UnreachableError } from '../api/errors.js';
import { sendingProblem, stands } from './sending-problem.js';

const older = '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c';
const problem = (code: ProblemCode) =>
  new ProblemError(
    problemSchema.parse({
      type: 'about:blank',
      title: code,
      status: 409,
      code,
      detail: 'Stop it, or wait.',
      submission: older,
    }),
  );

describe('a submission that is not taken in', () => {
  it('leads to the one that is under way', () => {
    expect(sendingProblem(problem('under-way'))).toEqual({ sentence: 'Stop it, or wait.', underWay: older });
  });

  it.each([problem('key-reused'), new UnreachableError()])('leads nowhere for another reason', (error) => {
    expect(sendingProblem(error)).toEqual({ sentence: error.message });
  });
});

describe('why it was not taken in', () => {
  it.each([
    ['stands while the other one waits', older, [{ id: older, state: 'queued' }], true],
    ['stands while the other one runs', older, [{ id: older, state: 'running' }], true],
    ['stands while the list does not know the other one yet', older, [], true],
    ['no longer stands when the other one was stopped', older, [{ id: older, state: 'stopped' }], false],
    ['no longer stands when the other one is graded', older, [{ id: older, state: 'graded' }], false],
    ['stands when it is about no other one', undefined, [{ id: older, state: 'graded' }], true],
  ] as const)('%s', (_, underWay, submissions, expected) => {
    expect(stands({ sentence: '', ...(underWay && { underWay }) }, submissions)).toBe(expected);
  });
});
