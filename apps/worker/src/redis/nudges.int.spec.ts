import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { channels, submissionIdSchema } from '@lakeproof/contracts';
import { createLog } from '@lakeproof/service';
import { Redis } from 'ioredis';
import { readConfig } from '../config.js';
import { eventually } from '../testing/classroom.js';
import { emptyRedis } from '../testing/redis.js';
import { Nudges } from './nudges.js';

let redis: Redis;
let nudges: Nudges;
beforeAll(async () => {
  const url = await emptyRedis(7);
  redis = new Redis(url);
  nudges = new Nudges(
    readConfig({ DATABASE_URL: 'postgres://unused', REDIS_URL: url }),
    createLog('silent', {}),
  );
  nudges.onModuleInit();
  await eventually(
    () => 'the subscription',
    15,
    async () => (await redis.pubsub('NUMSUB', channels.changed))[1] !== 0,
  );
});
afterAll(() => {
  nudges.onApplicationShutdown();
  redis.disconnect();
});

const someId = () => submissionIdSchema.parse(randomUUID());

/** Counts what is told of it. */
function listening(id = someId()) {
  const seen = { id, looks: 0 };
  const unlisten = nudges.listen(id, () => (seen.looks += 1));
  return Object.assign(seen, { unlisten });
}

describe('a worker that holds submissions', () => {
  it('looks after the one that something is told of, and after no other', async () => {
    const [one, other] = [listening(), listening()];
    await redis.publish(channels.changed, one.id);
    await eventually(
      () => 'a look',
      15,
      () => Promise.resolve(one.looks === 1),
    );
    expect(other.looks).toBe(0);
  });

  it('looks after all of them when its connection is back: something may have been told meanwhile', async () => {
    const held = [listening(), listening()];
    await redis.client('KILL', 'TYPE', 'pubsub');
    await eventually(
      () => 'a look',
      15,
      () => Promise.resolve(held.every(({ looks }) => looks > 0)),
    );
    const again = held[0]?.looks ?? 0;
    await eventually(
      () => 'the subscription again',
      15,
      async () => {
        await redis.publish(channels.changed, held[0]?.id ?? '');
        return (held[0]?.looks ?? 0) > again;
      },
    );
  });

  it('no longer looks after what it has let go', async () => {
    const [gone, held] = [listening(), listening()];
    gone.unlisten();
    await redis.publish(channels.changed, gone.id);
    await redis.publish(channels.changed, held.id);
    await eventually(
      () => 'a look',
      15,
      () => Promise.resolve(held.looks === 1),
    );
    expect(gone.looks).toBe(0);
  });

  it('looks once for each that holds the same one, until that one lets go', async () => {
    const held = listening();
    const again = listening(held.id);
    held.unlisten();
    await redis.publish(channels.changed, held.id);
    await eventually(
      () => 'a look',
      15,
      () => Promise.resolve(again.looks === 1),
    );
    expect(held.looks).toBe(0);
  });
});
