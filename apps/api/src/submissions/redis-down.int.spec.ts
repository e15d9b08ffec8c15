import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { submissionViewSchema } from '@lakeproof/contracts';
import { type ApiUnderTest, startApi } from '../testing/api-under-test.js';
import { newSession, openEvents, openEventsIn } from '../testing/event-stream.js';
import { claimed } from '../testing/grading.js';
import { submitted } from '../testing/submit.js';

let api: ApiUnderTest;
// Nothing listens on port 1: the API must start and take submissions all the same.
beforeAll(async () => {
  api = await startApi({ redisUrl: 'redis://127.0.0.1:1' });
});
afterAll(async () => {
  await api.close();
});

describe('while Redis is down', () => {
  it('a submission is taken in and waits in Postgres', async () => {
    const ada = await api.as('ada');
    const id = await submitted(ada);
    const response = await ada.get(`/api/submissions/${id}`).expect(200);
    expect(submissionViewSchema.parse(response.body).state).toBe('queued');
    expect(api.logged.join('')).toContain(`"submission":"${id}"`);
  });

  it('a viewer learns of changes from Postgres', async () => {
    const id = await submitted(await api.as('grace'));
    const events = await openEvents(api, 'grace');
    await events.until(({ data }) => data.state === 'queued');
    await claimed(api, id);
    await events.until(({ data }) => data.state === 'running');
    events.close();
  });

  it('a stream ends with its session', async () => {
    const session = await newSession(api, 'linus');
    const events = await openEventsIn(session, api);
    await events.until(({ type }) => type === 'start-over');
    await fetch(`${api.url}/api/session`, { method: 'DELETE', headers: { Cookie: session } });
    await events.ended;
  });

  it('a submission is stopped, and its viewer learns of it from Postgres', async () => {
    const linus = await api.as('linus');
    const id = await submitted(linus);
    const events = await openEvents(api, 'linus');
    await events.until(({ data }) => data.state === 'queued');
    await linus.post(`/api/submissions/${id}/stop`).expect(200);
    await events.until(({ data }) => data.state === 'stopped');
    events.close();
  });

  it('the health report says so', async () => {
    const response = await (await api.as()).get('/api/health').expect(503);
    expect(response.body).toMatchObject({
      status: 'error',
      details: { postgres: { status: 'up' }, redis: { status: 'down' }, worker: { status: 'down' } },
    });
  });
});
