import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, startApi } from '../testing/api-under-test.js';
import { claimed } from '../testing/grading.js';
import { openEvents } from '../testing/event-stream.js';

let api: ApiUnderTest;
// Nothing listens on port 1: the API must start and take submissions all the same.
beforeAll(async () => {
  api = await startApi({ redisUrl: 'redis://127.0.0.1:1' });
});
afterAll(async () => {
  await api.close();
});

const body = { kind: 'submit', files: [{ path: 'test_orders.py', content: '' }] };

describe('while Redis is down', () => {
  it('a submission is taken in and waits in Postgres', async () => {
    const ada = await api.as('ada');
    const answer = await ada
      .post('/api/exercises/clean-orders/submissions')
      .set('Idempotency-Key', randomUUID())
      .send(body)
      .expect(202);
    const { state } = (await ada.get(`/api/submissions/${answer.body.id}`).expect(200)).body;
    expect(state).toBe('queued');
    expect(api.logged.join('')).toContain(`"submission":"${answer.body.id}"`);
  });

  it('a viewer learns of changes from Postgres', async () => {
    const grace = await api.as('grace');
    const { id } = (
      await grace
        .post('/api/exercises/clean-orders/submissions')
        .set('Idempotency-Key', randomUUID())
        .send(body)
        .expect(202)
    ).body;
    const events = await openEvents(api, 'grace', id);
    await events.until(({ data }) => data['state'] === 'queued');
    await claimed(api, id);
    await events.until(({ data }) => data['state'] === 'running');
    events.close();
  });

  it('the health report says so', async () => {
    const { body: report } = await (await api.as()).get('/api/health').expect(503);
    expect(report).toMatchObject({
      status: 'error',
      details: { postgres: { status: 'up' }, redis: { status: 'down' }, worker: { status: 'down' } },
    });
  });
});
