import { HttpException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { DomainError, problemSchema } from '@lakeproof/contracts';
import { domainErrorOf, problemOf, retryAfterOf } from './problem.js';

const withCode = (code: string) => Object.assign(new Error('detail that nobody may read'), { code });

describe('an error', () => {
  it.each([
    ['of the domain stays what it is', new DomainError('forbidden', 'No.'), 'forbidden'],
    ['of a route that is not there', new HttpException('Cannot GET /api/x', 404), 'not-found'],
    ['of a body that is no JSON', new HttpException('Unexpected token', 400), 'invalid-request'],
    [
      'of a body that is too large',
      Object.assign(new Error('request entity too large'), { status: 413 }),
      'too-large',
    ],
    ['of a connection that was refused', withCode('ECONNREFUSED'), 'unavailable'],
    ['of a Postgres that shuts down', withCode('57P01'), 'unavailable'],
    ['of a Postgres without a free connection', withCode('53300'), 'unavailable'],
    ['of a broken query is ours', withCode('42P01'), undefined],
    ['of a status that nobody planned is ours', Object.assign(new Error(), { status: 418 }), undefined],
    ['that is none is ours', 'thrown text', undefined],
  ])('%s', (_, error, code) => {
    expect(domainErrorOf(error)?.code).toBe(code);
  });

  it('is told in few words, however many were thrown', () => {
    const long = 'x'.repeat(1_000_000);
    const errors = Array.from({ length: 1000 }, () => ({ path: long, message: long }));
    const problem = problemOf(new DomainError('invalid-files', long, errors));
    expect(JSON.stringify(problem).length).toBeLessThan(60_000);
    expect(problem.detail).toMatch(/^x+…$/);
  });

  it('that passes says when to come back', () => {
    expect(
      retryAfterOf(new DomainError('too-many-requests', 'Later.', undefined, { retryAfterSeconds: 42 })),
    ).toBe(42);
    expect(retryAfterOf(new DomainError('too-many-requests', 'Later.'))).toBeGreaterThan(0);
    expect(retryAfterOf(new DomainError('forbidden', 'No.'))).toBeUndefined();
  });

  it('is told by the contract, without what was thrown', () => {
    const error = domainErrorOf(withCode('57P01'));
    if (!error) throw new Error('it was expected to be known');
    const problem = problemOf(error);
    expect(problemSchema.parse(problem)).toEqual({
      type: 'urn:lakeproof:problem:unavailable',
      title: 'Service Unavailable',
      status: 503,
      code: 'unavailable',
      detail: expect.stringContaining('try again'),
    });
  });
});
