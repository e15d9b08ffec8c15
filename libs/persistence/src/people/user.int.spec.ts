import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { User } from './user.js';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.drop());

const add = (email: string) =>
  database.dataSource.manager.insert(User, { email, name: 'Ada', passwordHash: '-' });

describe('an address', () => {
  it.each(['ada@lakeproof.test', 'a@b', `${'a'.repeat(64)}@${'b'.repeat(255)}`])(
    'may be %s',
    async (email) => {
      await add(email);
    },
  );

  it.each([
    'Ada@lakeproof.test',
    ' ada@lakeproof.test',
    'ada @lakeproof.test',
    'ada',
    '@lakeproof.test',
    'ada@',
    `${'a'.repeat(65)}@${'b'.repeat(255)}`,
  ])('may not be %s', async (email) => {
    await expect(add(email)).rejects.toThrow('app_user_email_check');
  });
});
