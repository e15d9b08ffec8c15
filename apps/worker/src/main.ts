import 'reflect-metadata';
import { ConfigError, createLog, withoutPasswords } from '@lakeproof/service';
import { readConfig } from './config.js';
import { startWorker } from './worker.js';

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel, { app: 'worker', worker: config.name });
  log.info({ config: withoutPasswords(config) }, 'configuration');
  const worker = await startWorker(config, log);
  worker.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  log.info('taking submissions');
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
