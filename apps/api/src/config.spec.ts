import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@lakeproof/service';
import { readConfig, withoutSecrets } from './config.js';

const env = {
  DATABASE_URL: 'postgres://lakeproof:hidden@db:5432/lakeproof',
  REDIS_URL: 'redis://:hidden@redis:6379',
  SESSION_SECRET: 'hidden'.repeat(6),
};

describe('the configuration of the API', () => {
  it('takes the defaults for what is not set, and for what is set to nothing', () => {
    expect(readConfig({ ...env, PORT: '' })).toMatchObject({
      port: 4300,
      trustedProxies: 0,
      logLevel: 'info',
    });
  });

  it.each([
    ['DATABASE_URL', undefined, /^DATABASE_URL is missing$/],
    ['DATABASE_URL', 'mysql://db', /^DATABASE_URL must be an address such as postgres:/],
    ['REDIS_URL', 'localhost', /^REDIS_URL must be an address such as redis:/],
    ['SESSION_SECRET', 'short', /^SESSION_SECRET must have at least 32 characters/],
    ['PORT', 'eighty', /^PORT must be a whole number from 0 to 65535$/],
    ['PORT', '70000', /^PORT must be a whole number from 0 to 65535$/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be debug, info, warn, error or silent$/],
  ])('refuses %s=%s by its name and what it must look like', (name, value, message) => {
    expect(() => readConfig({ ...env, [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ ...env, [name]: value })).toThrow(message);
  });

  it('is printed without secrets', () => {
    const printed = JSON.stringify(withoutSecrets(readConfig(env)));
    expect(printed).not.toContain('hidden');
    expect(printed).toContain('db:5432');
  });
});
