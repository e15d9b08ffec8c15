import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { healthReportSchema, roomViewSchema, workerHeartbeat, type WorkerPulse } from '@lakeproof/contracts';
import { addCanary } from '@lakeproof/persistence';
import { Redis } from 'ioredis';
import { type ApiUnderTest, specRedisUrl, startApi } from '../testing/api-under-test.js';
import { problemIn } from '../testing/bodies.js';

let api: ApiUnderTest;
let redis: Redis;
let cohort: string;
const pulse: WorkerPulse = {
  ready: true,
  warm: 3,
  busy: 0,
  problem: null,
  faults: { count: 0, lastAt: null },
};
const key = workerHeartbeat.key(randomUUID());
beforeAll(async () => {
  api = await startApi();
  redis = new Redis(specRedisUrl());
  await redis.set(key, JSON.stringify(pulse), 'EX', 600);
  const [row] = await api.database.dataSource.query<{ id: string }[]>('SELECT id FROM cohort');
  cohort = row?.id ?? '';
  // The demo cohort's class, which is tomorrow, has begun.
  await api.database.dataSource.query(
    `UPDATE class_day SET starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'`,
  );
});
afterAll(async () => {
  await redis.del(key);
  redis.disconnect();
  await api.close();
});

const room = async (name: 'trainer' | 'admin') =>
  roomViewSchema.parse((await (await api.as(name)).get(`/api/cohorts/${cohort}/room`).expect(200)).body);

describe('the room of a cohort', () => {
  it('is not ready before its first canary, and is after a right one', async () => {
    expect(await room('trainer')).toMatchObject({ ready: false, class: { phase: 'on' }, canary: null });
    const right = { outcome: 'right', seconds: 4.5, expected: 'a', got: 'a', problem: null } as const;
    await addCanary(api.database.dataSource.manager, 'worker-1', right);
    expect(await room('trainer')).toMatchObject({ ready: true, canary: { outcome: 'right', seconds: 4.5 } });
  });

  it('turns off by a wrong canary, for the trainer, the platform admin and in their health report', async () => {
    const wrong = { outcome: 'wrong', seconds: 4.5, expected: 'a', got: 'b', problem: null } as const;
    await addCanary(api.database.dataSource.manager, 'worker-1', wrong);
    const reason = expect.stringContaining('wrong verdict: b, instead of a') as unknown;
    expect(await room('trainer')).toMatchObject({ ready: false, reason });
    expect(await room('admin')).toMatchObject({ ready: false, reason });
    const response = await (await api.as('admin')).get('/api/admin/health').expect(200);
    expect(healthReportSchema.parse(response.body)).toMatchObject({
      postgres: { up: true },
      redis: { up: true },
      worker: { up: true, faults: { count: 0, lastAt: null } },
      room: { ready: false, reason, canary: { expected: 'a', got: 'b' } },
    });
  });

  it('is closed to participants, and unknown to strangers', async () => {
    const ada = await api.as('ada');
    expect(problemIn(await ada.get(`/api/cohorts/${cohort}/room`).expect(403)).code).toBe('forbidden');
    expect(problemIn(await ada.get('/api/admin/health').expect(403)).code).toBe('forbidden');
    expect(problemIn(await (await api.as('trainer')).get('/api/admin/health').expect(403)).code).toBe(
      'forbidden',
    );
    expect(problemIn(await ada.get(`/api/cohorts/${randomUUID()}/room`).expect(404)).code).toBe('not-found');
    const admin = await api.as('admin');
    expect(problemIn(await admin.get(`/api/cohorts/${randomUUID()}/room`).expect(404)).code).toBe(
      'not-found',
    );
    await (await api.as()).get(`/api/cohorts/${cohort}/room`).expect(401);
  });
});
