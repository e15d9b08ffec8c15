import { STATUS_CODES } from 'node:http';
import { DomainError, type Problem, type ProblemCode, problemStatus } from '@lakeproof/contracts';

/** The problem a domain error is told as. */
export const problemOf = (error: DomainError): Problem => ({
  type: `urn:lakeproof:problem:${error.code}`,
  title: STATUS_CODES[problemStatus[error.code]] ?? error.code,
  status: problemStatus[error.code],
  code: error.code,
  detail: error.detail,
  ...(error.errors && { errors: [...error.errors] }),
  ...(error.submission && { submission: error.submission }),
});

type Told = readonly [code: ProblemCode, detail: string];

const unavailable: Told = [
  'unavailable',
  'Lakeproof can not reach its database. Nothing is lost; try again in a moment.',
];

/** What the framework says by a status only: unknown routes, bodies it could not read. */
const toldOfStatus: ReadonlyMap<number, Told> = new Map([
  [400, ['invalid-request', 'The request could not be read. Send JSON as UTF-8 and try again.']],
  [404, ['not-found', 'There is nothing at this address.']],
  [413, ['too-large', 'The request is larger than 1 MiB. Send fewer or smaller files.']],
  [415, ['invalid-request', 'The request could not be read. Send JSON as UTF-8 and try again.']],
  [503, unavailable],
]);

/** Connection lost or refused, by Node's codes and by Postgres' classes 08, 53, 57P and 3D. */
const unreachable = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EPIPE|08...|53...|57P..|3D000)$/;

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (
    (typeof code === 'string' && unreachable.test(code)) || error.message.startsWith('Connection terminated')
  );
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
export function domainErrorOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (isUnreachable(error)) return new DomainError(...unavailable);
  const status = statusOf(error);
  const known = status === undefined ? undefined : toldOfStatus.get(status);
  return known && new DomainError(...known);
}
