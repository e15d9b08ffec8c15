import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';
import type { WorkerConfig } from './config.js';
import { nestLog } from '@lakeproof/service';
import { WorkerModule } from './worker.module.js';

/**
 * A worker that takes submissions from now on: what main.ts starts and what specs watch. `close()` stops it.
 * @throws Error when Postgres can't be reached or lacks migrations, or the exercises can't be read
 */
export function startWorker(config: WorkerConfig, log: Logger): Promise<INestApplicationContext> {
  const module = WorkerModule.with(config, log);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  return NestFactory.createApplicationContext(module, { logger: nestLog(log), abortOnError: false });
}
