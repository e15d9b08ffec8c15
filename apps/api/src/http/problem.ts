import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DomainError, type Problem, type ProblemCode, problemStatus } from '@lakeproof/contracts';
import { databaseIsAway } from '@lakeproof/persistence';

/** What is told at most: names and values in it are the sender's, and could be as long as the request. */
export const mostTold = { detailChars: 2000, errors: 50, errorChars: 500 } as const;

/** The problem a domain error is told as. */
export const problemOf = (error: DomainError): Problem => ({
  type: `urn:lakeproof:problem:${error.code}`,
  title: STATUS_CODES[problemStatus[error.code]] ?? error.code,
  status: problemStatus[error.code],
  code: error.code,
  detail: cut(error.detail, mostTold.detailChars),
  ...(error.errors && {
    errors: error.errors.slice(0, mostTold.errors).map(({ path, message }) => ({
      path: cut(path, mostTold.errorChars),
      message: cut(message, mostTold.errorChars),
    })),
  }),
  ...(error.submission && { submission: error.submission }),
});

const cut = (text: string, chars: number) => (text.length > chars ? `${text.slice(0, chars - 1)}…` : text);

/** Seconds after which a request that was refused for now may be sent again, where its error says nothing else. */
const retryAfter: Partial<Record<ProblemCode, number>> = { 'too-many-requests': 10, unavailable: 5 };

/** The header `Retry-After` of a problem; undefined for one that stays. */
export const retryAfterOf = (error: DomainError): number | undefined =>
  error.retryAfterSeconds ?? retryAfter[error.code];

type Told = readonly [code: ProblemCode, detail: string];

const unavailable: Told = [
  'unavailable',
  'Lakeproof can not reach its database. Nothing is lost; try again in a moment.',
];

/** What the framework says by a status only: unknown routes, bodies it could not read. */
const toldOfStatus: ReadonlyMap<number, Told> = new Map([
  [400, ['invalid-request', 'The request could not be read. Send JSON as UTF-8 and try again.']],
  [404, ['not-found', 'There is nothing at this address.']],
  [415, ['invalid-request', 'The request could not be read. Send JSON as UTF-8 and try again.']],
  [503, unavailable],
]);

/** What middleware threw: Nest wraps it into an error of its own, as its cause. */
const thrownBy = (error: unknown): unknown =>
  error instanceof HttpException && error.cause !== undefined ? error.cause : error;

/** Of a body that was refused while it arrived, the bytes that would have been taken. */
function limitOf(error: unknown): string {
  const limit = typeof error === 'object' && error !== null && 'limit' in error ? Number(error.limit) : NaN;
  return Number.isNaN(limit) ? 'allowed' : `the ${limit.toLocaleString('en')} bytes that are taken here`;
}

const statusOf = (error: unknown): number | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('getStatus' in error && typeof error.getStatus === 'function')
    return Number((error as { getStatus: () => unknown }).getStatus());
  return 'status' in error && typeof error.status === 'number' ? error.status : undefined;
};

/**
 * What went wrong, as a domain error. Undefined when it is a fault of ours: nothing of it may be told but
 * that it happened.
 */
export function domainErrorOf(caught: unknown): DomainError | undefined {
  const error = thrownBy(caught);
  if (error instanceof DomainError) return error;
  if (databaseIsAway(error)) return new DomainError(...unavailable);
  const status = statusOf(error) ?? statusOf(caught);
  if (status === 413)
    return new DomainError('too-large', `The request is larger than ${limitOf(error)}. Send less in it.`);
  const known = status === undefined ? undefined : toldOfStatus.get(status);
  return known && new DomainError(...known);
}
