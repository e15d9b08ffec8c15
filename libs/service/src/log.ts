import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

/** The injection token of the process's pino logger. */
export const processLog = Symbol('Logger');

/** One JSON line per entry on stdout; `base` says whose. */
export const createLog = (level: string, base: Readonly<Record<string, string>>): Logger =>
  pino({ level, base: { ...base }, serializers: { err: errorInLog } });

/** Without what libraries hang on their errors: a failed query carries its parameters, a learner's files among them. */
export function errorInLog(error: Error) {
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message, stack };
}

/** Nest's own messages, written by pino. */
export function nestLog(log: Logger): LoggerService {
  const write =
    (level: 'debug' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]) => {
      log[level]({ nest: rest.map(String) }, message instanceof Error ? message.message : String(message));
    };
  // Nest tells of every module and route at start: worth reading only when looking for a fault.
  return { log: write('debug'), error: write('error'), warn: write('warn'), debug: write('debug') };
}
