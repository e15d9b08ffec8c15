import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { isTemporary, ProblemError, UnexpectedAnswerError, UnreachableError } from './errors.js';
import { request } from './request.js';

const answer = (status: number, body: string) => {
  jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(body, { status }));
};
const asked = () => request(z.strictObject({ id: z.string() }), '/thing').catch((error: unknown) => error);

afterEach(() => {
  jest.restoreAllMocks();
});

describe('an answer of the API', () => {
  it('is parsed by its contract', async () => {
    answer(200, '{"id":"a"}');
    expect(await asked()).toEqual({ id: 'a' });
  });

  it('that breaks its contract is not passed on', async () => {
    answer(200, '{"id":1}');
    expect(await asked()).toBeInstanceOf(UnexpectedAnswerError);
  });

  it('that is a problem becomes an error with its sentence and code', async () => {
    const detail = 'The password or the address is wrong.';
    answer(
      401,
      JSON.stringify({ type: 'about:blank', title: 'Wrong', status: 401, code: 'wrong-credentials', detail }),
    );
    const error = await asked();
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).message).toBe(detail);
    expect((error as ProblemError).problem.code).toBe('wrong-credentials');
    expect(isTemporary(error)).toBe(false);
  });

  it('that is a problem of a kind this page does not know is told all the same', async () => {
    const detail = 'The cohort is full. Ask its admin for a seat.';
    answer(
      409,
      JSON.stringify({ type: 'about:blank', title: 'Full', status: 409, code: 'full', detail, seats: 10 }),
    );
    const error = await asked();
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).message).toBe(detail);
  });

  it.each([
    [503, true],
    [429, true],
    [409, false],
  ])('that is a problem of status %d may be asked for again: %s', async (status, temporary) => {
    const problem = { type: 'about:blank', title: '', status, code: 'of-tomorrow', detail: '' };
    answer(status, JSON.stringify(problem));
    expect(isTemporary(await asked())).toBe(temporary);
  });
});

describe('no answer of the API', () => {
  it.each([
    [
      'a page of a proxy',
      () => {
        answer(502, '<h1>Bad gateway</h1>');
      },
    ],
    [
      'a broken connection',
      () => {
        jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
      },
    ],
  ])('%s may be tried again', async (_, arrange) => {
    arrange();
    const error = await asked();
    expect(error).toBeInstanceOf(UnreachableError);
    expect(isTemporary(error)).toBe(true);
  });
});
