import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerHeartbeat, type WorkerPulse } from '@lakeproof/contracts';
import { Redis } from 'ioredis';
import request from 'supertest';
import { type ApiUnderTest, specRedisUrl, startApi } from '../testing/api-under-test.js';

let api: ApiUnderTest;
let redis: Redis;
beforeAll(async () => {
  api = await startApi();
  redis = new Redis(specRedisUrl());
});
afterAll(async () => {
  redis.disconnect();
  await api.close();
});

const ready: WorkerPulse = {
  ready: true,
  warm: 2,
  busy: 0,
  problem: null,
  faults: { count: 0, lastAt: null },
};

describe('the health report', () => {
  it('is bad while no worker lives, and says so', async () => {
    const response = await request(api.url).get('/api/health').expect(503);
    expect(response.body).toMatchObject({
      status: 'error',
      details: {
        postgres: { status: 'up' },
        redis: { status: 'up' },
        worker: { status: 'down', message: expect.stringContaining('No worker') },
      },
    });
  });

  it('is good once a worker is ready, whatever others left behind', async () => {
    const keys = [workerHeartbeat.key(randomUUID()), workerHeartbeat.key(randomUUID())] as const;
    await redis.set(keys[0], 'not a pulse', 'EX', workerHeartbeat.ttlSeconds);
    await redis.set(keys[1], JSON.stringify(ready), 'EX', workerHeartbeat.ttlSeconds);
    const response = await request(api.url).get('/api/health').expect(200);
    await redis.del(...keys);
    expect(response.body).toMatchObject({
      status: 'ok',
      details: { worker: { message: '2 sandboxes warm, 0 sandboxes at work.' } },
    });
  });

  it('tells strangers nothing about hosts or users', async () => {
    const { text } = await request(api.url).get('/api/health');
    expect(text).not.toMatch(/127\.0\.0\.1|:\/\/|lakeproof_spec/);
  });
});
