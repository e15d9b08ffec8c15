import type { Logger } from 'pino';

/**
 * Ends the process `seconds` after the first SIGTERM or SIGINT, should its orderly end hang: a database or
 * Redis that went away first must not keep a service from stopping.
 */
export function endWithin(seconds: number, log: Logger): void {
  const arm = () => {
    setTimeout(() => {
      log.error(`not stopped after ${seconds} s: ended`);
      process.exit(1);
    }, seconds * 1000).unref();
  };
  process.once('SIGTERM', arm);
  process.once('SIGINT', arm);
}
