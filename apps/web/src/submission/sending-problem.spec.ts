import { describe, expect, it } from '@jest/globals';
import { type ProblemCode, problemSchema, submitBodySchema } from '@lakeproof/contracts';
import { ProblemError, UnreachableError } from '../api/errors.js';
import { notSent, sendingProblem, stands } from './sending-problem.js';

const older = '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c';
const problem = (code: ProblemCode, errors?: readonly { path: string; message: string }[]) =>
  new ProblemError(
    problemSchema.parse({
      type: 'about:blank',
      title: code,
      status: 409,
      code,
      detail: 'Stop it, or wait.',
      submission: older,
      errors,
    }),
  );

describe('a submission that is not taken in', () => {
  it('leads to the one that is under way', () => {
    expect(sendingProblem(problem('under-way'), [])).toEqual({
      sentence: 'Stop it, or wait.',
      underWay: older,
    });
  });

  it.each([problem('key-reused'), new UnreachableError()])('leads nowhere for another reason', (error) => {
    expect(sendingProblem(error, [])).toEqual({ sentence: error.message });
  });
});

describe('a file that is refused', () => {
  const good = { path: 'test_orders.py', content: '' };
  const longName = `${'ä'.repeat(150)}.py`;
  const refused = (...files: readonly { path: string; content: string }[]) =>
    notSent(submitBodySchema.safeParse({ kind: 'run', files }).error?.issues ?? [], files).sentence;

  it.each([
    [
      'for its name',
      { path: longName, content: '' },
      `${'ä'.repeat(39)}… must have names of at most 255 bytes`,
    ],
    ['for its address', { path: '../test.py', content: '' }, '../test.py must be a relative path'],
    ['for having no name', { path: '', content: '' }, 'a name must not be empty.'],
    ['for what it holds', { path: 'test_b.py', content: '\u0000' }, 'test_b.py must be UTF-8 text'],
    ['for its size', { path: 'big.py', content: 'x'.repeat(70_000) }, 'big.py has 70000 bytes'],
  ])('%s is named', (_, file, sentence) => {
    expect(refused(good, file)).toContain(`Not sent: ${sentence}`);
  });

  it('by Lakeproof is named too', () => {
    const errors = [{ path: 'files.1.path', message: 'must be shorter' }];
    expect(sendingProblem(problem('invalid-files', errors), [good, { path: 'test_b.py' }])).toEqual({
      sentence: 'Not sent: test_b.py must be shorter.',
    });
  });

  it('for what stands in its place in the exercise is told in the sentence of Lakeproof', () => {
    const errors = [{ path: 'pipeline.py', message: 'pipeline.py stands in the place of pipeline.py.' }];
    expect(sendingProblem(problem('invalid-files', errors), [good]).sentence).toBe('Stop it, or wait.');
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
