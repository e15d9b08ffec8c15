export {
  address,
  ConfigError,
  readEnvironment,
  sharedVariables,
  wholeNumber,
  withoutPasswords,
} from './environment.js';
export { createLog, errorInLog, nestLog, processLog } from './log.js';
export { redisForChannels, redisForCommands } from './redis.js';
export { endWithin } from './shutdown.js';
