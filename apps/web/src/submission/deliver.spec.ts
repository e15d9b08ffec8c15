import { describe, expect, it, jest } from '@jest/globals';
import { type SubmissionReceipt, submissionReceiptSchema } from '@lakeproof/contracts';
import { ProblemError, UnreachableError } from '../api/errors.js';
import { deliver, retryDelay } from './deliver.js';

const receipt = submissionReceiptSchema.parse({
  id: '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c',
  state: 'queued',
  position: 1,
});
const problem = (code: 'invalid-files' | 'unavailable', status: number) =>
  new ProblemError({ type: 'about:blank', title: code, status, code, detail: 'Do something.' });

function sending(...answers: (SubmissionReceipt | Error)[]) {
  const controller = new AbortController();
  const pauses: number[] = [];
  const post = jest.fn(() => {
    const answer = answers.shift() ?? receipt;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  const pause = (milliseconds: number) => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  return { controller, pauses, post, pause, signal: controller.signal };
}

describe('a submission on a bad connection', () => {
  it('is sent again until an answer comes', async () => {
    const given = sending(
      new UnreachableError(),
      problem('unavailable', 503),
      new UnreachableError(),
      receipt,
    );
    expect(await deliver(given)).toEqual(receipt);
    expect(given.post).toHaveBeenCalledTimes(4);
    expect(given.pauses).toEqual([500, 1000, 2000]);
  });

  it('tells each failure, so that the page can say what it waits for', async () => {
    const onFailure = jest.fn();
    await deliver({ ...sending(new UnreachableError(), new UnreachableError()), onFailure });
    expect(onFailure.mock.calls.map(([, failures]) => failures)).toEqual([1, 2]);
  });

  it('is not sent again when the answer is a refusal', async () => {
    const given = sending(problem('invalid-files', 422));
    await expect(deliver(given)).rejects.toBeInstanceOf(ProblemError);
    expect(given.post).toHaveBeenCalledTimes(1);
  });

  it('stops when the page is left', async () => {
    const given = sending(new UnreachableError());
    const pause = () => {
      given.controller.abort();
      return Promise.resolve();
    };
    await expect(deliver({ ...given, pause })).rejects.toThrow();
    expect(given.post).toHaveBeenCalledTimes(1);
  });

  it('never waits longer than 15 seconds', () => {
    expect(Math.max(...Array.from({ length: 40 }, (_, i) => retryDelay(i + 1)))).toBe(15_000);
  });
});
