import 'reflect-metadata';
import { ConfigError, createLog, endWithin, withoutPasswords } from '@lakeproof/service';
import { readConfig } from './config.js';
import { startWorker } from './worker.js';

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel, { app: 'worker', worker: config.name });
  log.info({ config: withoutPasswords(config) }, 'configuration');
  const worker = await startWorker(config, log);
  worker.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  // What it finishes or gives back, and the removal of its sandboxes after that.
  endWithin(config.shutdownSeconds + 15, log);
  log.info('taking submissions');
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
