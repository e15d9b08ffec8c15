import { describe, expect, it } from '@jest/globals';
import { withoutPasswords } from '@lakeproof/service';
import { readConfig } from './config.js';

const least = {
  DATABASE_URL: 'postgres://lake:proof@db:5432/lakeproof',
  REDIS_URL: 'redis://:secret@cache:6379',
};

describe('the configuration', () => {
  it('needs no more than where Postgres and Redis are', () => {
    expect(readConfig(least)).toMatchObject({ claimSeconds: 45, reconcileSeconds: 15, logLevel: 'info' });
  });

  it.each([
    ['DATABASE_URL', undefined, 'DATABASE_URL is missing'],
    ['DATABASE_URL', 'mysql://db', 'DATABASE_URL must be an address such as postgres://'],
    ['REDIS_URL', 'localhost', 'REDIS_URL must be an address such as redis://'],
    ['SANDBOX_WARM', '0', 'SANDBOX_WARM must be a whole number from 1 to 64'],
    ['SANDBOX_WARM', 'many', 'SANDBOX_WARM must be a whole number from 1 to 64'],
    ['CLAIM_SECONDS', '1.5', 'CLAIM_SECONDS must be a whole number'],
    ['WORKER_NAME', 'a b', 'WORKER_NAME must be letters'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be debug'],
  ])('refuses %s=%s by name', (name, value, sentence) => {
    expect(() => readConfig({ ...least, [name]: value })).toThrow(sentence);
  });

  it('names every variable that is wrong', () => {
    expect(() => readConfig({})).toThrow(/DATABASE_URL is missing\nREDIS_URL is missing/);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ ...least, SANDBOX_RUNTIME: '', LOG_LEVEL: '' })).toMatchObject({
      sandboxRuntime: undefined,
      logLevel: 'info',
    });
  });

  it('is printed without passwords', () => {
    const printed = JSON.stringify(withoutPasswords(readConfig(least)));
    expect(printed).toContain('db:5432');
    expect(printed).not.toMatch(/proof@|secret/);
  });
});
