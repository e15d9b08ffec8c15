import { types } from 'node:util';

const codes = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EPIPE|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What ioredis says without a code, and a Redis that is only just starting. */
const words =
  /^(Connection is closed|Command timed out|Stream isn't writeable|Reached the max retries|LOADING )/;

/** Whether a command failed because Redis can't be reached: another time it will do. */
export function redisIsAway(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && codes.test(code)) || words.test(error.message);
}
