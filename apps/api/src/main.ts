import 'reflect-metadata';
import { createApp } from './app.js';
import { ConfigError, createLog, endWithin } from '@lakeproof/service';
import { readConfig, withoutSecrets } from './config.js';

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel, { app: 'api' });
  log.info({ config: withoutSecrets(config) }, 'configuration');
  const app = await createApp(config, log);
  // SIGTERM and SIGINT: event streams end, requests under way are answered, then Redis and Postgres are left.
  app.enableShutdownHooks();
  endWithin(20, log);
  await app.listen(config.port);
  log.info({ url: await app.getUrl() }, 'listening');
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
