import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, startApi } from '../testing/api-under-test.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

describe('a fault of ours', () => {
  it('is told without detail, under the number by which the log tells all of it', async () => {
    const agent = await api.as('ada');
    await api.database.dataSource.query('ALTER TABLE enrolment RENAME TO elsewhere');
    const response = await agent.get('/api/me').expect(500);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.body).toMatchObject({ code: 'internal', status: 500 });
    expect(response.text).not.toMatch(/enrolment|relation|select/i);
    const id = String(response.headers['x-request-id']);
    expect(response.body.detail).toContain(id);
    const entry = api.logged.find((line) => line.includes(id));
    expect(entry).toContain('relation \\"enrolment\\" does not exist');
  });
});
