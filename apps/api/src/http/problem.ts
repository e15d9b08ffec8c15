import { STATUS_CODES } from 'node:http';
import { DomainError, type Problem, type ProblemCode, problemStatus } from '@lakeproof/contracts';

/** The problem a domain error is told as. */
export const problemOf = (error: DomainError): Problem => ({
  type: `https://lakeproof.dev/problems/${error.code}`,
  title: STATUS_CODES[problemStatus[error.code]] ?? error.code,
  status: problemStatus[error.code],
  code: error.code,
  detail: error.detail,
  ...(error.errors && { errors: [...error.errors] }),
});

/** What the framework says by a status only: unknown routes, bodies it could not read. */
const codeOfStatus: Readonly<Record<number, readonly [ProblemCode, string]>> = {
  400: ['invalid-request', 'The request could not be read. Send JSON as UTF-8 and try again.'],
  401: ['not-signed-in', 'Sign in first.'],
  403: ['forbidden', 'You may not do this.'],
  404: ['not-found', 'There is nothing at this address.'],
  413: ['too-large', 'The request is larger than 1 MiB. Send fewer or smaller files.'],
  415: ['invalid-request', 'The request could not be read. Send JSON as UTF-8 and try again.'],
  429: ['too-many-requests', 'Too many requests. Wait a minute and try again.'],
  503: ['unavailable', 'Lakeproof is not ready. Try again in a moment.'],
};

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
export function domainErrorOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  const status = statusOf(error);
  const known = status === undefined ? undefined : codeOfStatus[status];
  return known && new DomainError(...known);
}
