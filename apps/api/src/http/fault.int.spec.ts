import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, startApi } from '../testing/api-under-test.js';
import { problemIn } from '../testing/bodies.js';

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
    const problem = problemIn(response);
    expect(problem).toMatchObject({ code: 'internal', status: 500 });
    expect(response.text).not.toMatch(/enrolment|relation|select/i);
    const id = String(response.headers['x-request-id']);
    expect(problem.detail).toContain(id);
    const entry = api.logged.find((line) => line.includes(id));
    expect(entry).toContain('relation \\"enrolment\\" does not exist');
  });
});

describe('while the database is away', () => {
  it('people are told to try again, and the log why', async () => {
    const other = await startApi();
    const agent = await other.as('ada');
    await other.database.drop();
    expect(problemIn(await agent.get('/api/me').expect(503))).toMatchObject({ code: 'unavailable' });
    expect(other.logged.join('')).toContain('request failed');
    await other.app.close();
  });
});
