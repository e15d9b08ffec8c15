import { types } from 'node:util';

/** By Node's codes and by Postgres' classes 08, 53, 57P and 3D. */
const codes =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EPIPE|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08...|53...|57P..|3D000)$/;
/** What pg says without a code. */
const words = /^(Connection terminated|Client has encountered a connection error)/;

/** Whether a query failed because Postgres can't be reached or takes nobody: another time it will do. */
export function databaseIsAway(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && codes.test(code)) || words.test(error.message);
}
