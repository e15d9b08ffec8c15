import { workerHeartbeat, type WorkerPulse, workerPulseSchema } from '@lakeproof/contracts';
import { Injectable } from '@nestjs/common';
import { RedisClient } from '../redis/redis-client.js';

/** The workers that show they live. */
@Injectable()
export class Workers {
  constructor(private readonly redis: RedisClient) {}

  async pulses(): Promise<WorkerPulse[]> {
    const keys = new Set<string>();
    let cursor = '0';
    do {
      const [next, found] = await this.redis.connection.scan(
        cursor,
        'MATCH',
        `${workerHeartbeat.prefix}*`,
        'COUNT',
        200,
      );
      for (const key of found) keys.add(key);
      cursor = next;
    } while (cursor !== '0');
    const values = keys.size > 0 ? await this.redis.connection.mget(...keys) : [];
    return values.flatMap((value) => pulseOf(value) ?? []);
  }

  /** Whether each of these owners of claims shows its pulse, of whatever version. */
  async beating(owners: readonly string[]): Promise<Map<string, boolean>> {
    if (owners.length === 0) return new Map();
    const values = await this.redis.connection.mget(owners.map((owner) => workerHeartbeat.key(owner)));
    return new Map(owners.map((owner, place) => [owner, values[place] != null]));
  }
}

/** A pulse that can't be read is of a worker of another version: as good as none. */
function pulseOf(value: string | null): WorkerPulse | undefined {
  if (value === null) return undefined;
  try {
    return workerPulseSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
