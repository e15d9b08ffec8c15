import 'reflect-metadata';
import { ConfigError, readConfig, withoutSecrets } from './config.js';
import { createLog } from './log.js';
import { startWorker } from './worker.js';

try {
  const config = readConfig(process.env);
  const log = createLog(config);
  log.info({ config: withoutSecrets(config) }, 'configuration');
  const worker = await startWorker(config, log);
  worker.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  log.info('taking submissions');
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
