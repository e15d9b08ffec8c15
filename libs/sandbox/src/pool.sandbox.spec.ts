import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Docker from 'dockerode';
import { sandboxLabel } from './container-options.js';
import { connectDocker } from './engine.js';
import { removeOrphans } from './orphans.js';
import { SandboxPool } from './pool.js';
import { readyImage } from './testing/ready-image.js';

jest.setTimeout(120_000);

const docker = connectDocker();
let owner: string;
let pool: SandboxPool;
let image: string;

beforeAll(async () => {
  image = await readyImage(docker);
});
afterAll(() => docker.getImage(image).remove());
beforeEach(() => {
  owner = `spec-${randomUUID()}`;
});
afterEach(async () => {
  await pool.close();
  expect(await containers()).toEqual([]);
});

const containers = async () => {
  const found = await docker.listContainers({ all: true, filters: { label: [`${sandboxLabel}=${owner}`] } });
  return found.map(({ Names }) => (Names[0] ?? '').slice(1));
};

/** Microseconds of CPU that each container may use in a period. */
const quotas = () =>
  Promise.all(
    [...pool.names()].map(async (name) => {
      const { HostConfig } = await docker.getContainer(name).inspect();
      return HostConfig.CpuQuota ?? 0;
    }),
  );

/** Asks until it holds; not for ever, because a spec that has timed out goes on. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`still not: ${JSON.stringify(await pool.health())}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
const hasWarm = async (count: number) => {
  const health = await pool.health();
  return health.ok && health.warm === count;
};
const isWarm = () => hasWarm(1);

describe('the pool', () => {
  it('hands each sandbox out once, replaces it behind, and makes the next one wait', async () => {
    pool = new SandboxPool(docker, { owner, image, warm: 1, atOnce: 1 });
    const first = await pool.take();
    let second: unknown;
    const waiting = pool.take().then((sandbox) => (second = sandbox));
    await until(isWarm);
    expect(second).toBeUndefined();
    await expect(pool.health()).resolves.toMatchObject({ ok: true, busy: 1, warm: 1 });
    await first.discard();
    expect(await waiting).not.toBe(first);
  });

  it('replaces a warm sandbox that dies', async () => {
    pool = new SandboxPool(docker, { owner, image, warm: 1 });
    await until(isWarm);
    const [before] = [...pool.names()];
    await docker.getContainer(before ?? '').kill();
    await until(async () => !pool.names().has(before ?? '') && (await isWarm()));
    expect(await containers()).toEqual([...pool.names()]);
  });

  it('refuses who waits when it closes', async () => {
    pool = new SandboxPool(docker, { owner, image, warm: 0, atOnce: 1 });
    const waiting = expect(pool.take()).rejects.toMatchObject({ problem: 'closed' });
    await pool.close();
    await waiting;
    await expect(pool.take()).rejects.toMatchObject({ problem: 'closed' });
  });

  it('does not wait for one that still warms up when it closes', async () => {
    const silent = await readyImage(docker, { silent: true });
    try {
      pool = new SandboxPool(docker, { owner, image: silent, warm: 1, readySeconds: 600 });
      const [starting = ''] = pool.names();
      await until(async () => (await containers()).includes(starting));
      await pool.close();
      expect(await containers()).toEqual([]);
    } finally {
      await docker.getImage(silent).remove();
    }
  });

  it('says which image is missing and how to get it', async () => {
    pool = new SandboxPool(docker, { owner, warm: 0, image: 'lakeproof-absent:latest' });
    const sentence =
      'The image lakeproof-absent:latest is missing on this Docker engine. Build it with: script/bootstrap';
    await expect(pool.health()).resolves.toEqual({ ok: false, kind: 'image', problem: sentence });
    await expect(pool.take()).rejects.toThrow(sentence);
  });

  it('serves whoever waited through a failed start while another one was there', async () => {
    const repo = `lakeproof-spec-${randomUUID()}`;
    const lend = () => docker.getImage(image).tag({ repo });
    await lend();
    const log = jest.fn();
    pool = new SandboxPool(docker, { owner, image: `${repo}:latest`, warm: 0, atOnce: 2, log });
    const first = await pool.take();
    await docker.getImage(repo).remove();
    const second = pool.take();
    await until(() => Promise.resolve(log.mock.calls.length > 0));
    await lend();
    try {
      await (await second).discard();
    } finally {
      await docker.getImage(repo).remove();
    }
    await first.discard();
    expect(log).toHaveBeenCalledWith(expect.stringContaining(`The image ${repo}:latest is missing`));
  });

  it('says that the disk of the engine is full', async () => {
    pool = new SandboxPool(docker, { owner, image, warm: 0, leastDiskBytes: Number.MAX_SAFE_INTEGER });
    await expect(pool.health()).resolves.toMatchObject({
      ok: false,
      kind: 'disk',
      problem: expect.stringMatching(
        /The disk of the Docker engine is full: \d+ MiB are free in \//,
      ) as unknown,
    });
  });

  it('says that there is no engine', async () => {
    pool = new SandboxPool(new Docker({ socketPath: '/nowhere/docker.sock' }), { owner, image, warm: 0 });
    await expect(pool.health()).resolves.toMatchObject({ ok: false, kind: 'engine' });
    await expect(pool.take()).rejects.toMatchObject({ problem: 'engine' });
  });

  it('keeps as many warm as it is told, and leaves the last one to whoever comes first', async () => {
    pool = new SandboxPool(docker, { owner, image, warm: 1, atOnce: 2 });
    await until(isWarm);
    const order: string[] = [];
    const last = pool.take({ leaveOne: true }).then((sandbox) => {
      order.push('leaves one');
      return sandbox;
    });
    const first = await pool.take();
    order.push('ordinary');
    await last;
    expect(order).toEqual(['ordinary', 'leaves one']);
    await Promise.all([first.discard(), (await last).discard()]);

    pool.keepWarm(2);
    await until(() => hasWarm(2));
    pool.keepWarm(1);
    await until(async () => (await containers()).length === 1);
    expect(await isWarm()).toBe(true);
  });

  it('leaves the CPU to the work while all of it is taken, and fills up after it', async () => {
    pool = new SandboxPool(docker, { owner, image, warm: 2, atOnce: 1, cpus: availableParallelism() });
    await until(() => hasWarm(2));
    const [fullQuota] = new Set(await quotas());
    const first = await pool.take();
    await expect(pool.health()).resolves.toMatchObject({ warm: 1, starting: 0, busy: 1 });
    await until(async () => (await quotas()).some((quota) => quota < (fullQuota ?? 0) / 50));
    const others = [pool.take(), pool.take()];
    // One of the two will find none: that one is started now.
    await expect(pool.health()).resolves.toMatchObject({ warm: 1, starting: 1, busy: 1 });
    await first.discard();
    for (const other of others) await (await other).discard();
    await until(() => hasWarm(2));
    await until(async () => (await quotas()).every((quota) => quota === fullQuota));
  });

  it('gives a lab its memory within the budget, and the others what is left of it', async () => {
    pool = new SandboxPool(docker, { owner, image, warm: 2, atOnce: 2, budgetMiB: 6144 });
    await until(() => hasWarm(2));
    const lab = await pool.take({ memoryMiB: 4096, leaveOne: true });
    // 4 GiB for the lab, 2 for the one that is ready: no third one is started.
    await expect(pool.health()).resolves.toMatchObject({ warm: 1, starting: 0, busy: 1 });
    const other = await pool.take();
    expect(await pool.health()).toMatchObject({ warm: 0, starting: 0, busy: 2 });
    await lab.discard();
    await until(isWarm);
    await other.discard();
    await until(() => hasWarm(2));
  });

  it('says what happened to a sandbox that does not become ready', async () => {
    pool = new SandboxPool(docker, { owner, warm: 0, readySeconds: 0.1 });
    await expect(pool.take()).rejects.toMatchObject({
      problem: 'start',
      message: expect.stringContaining('warming up took more than 0.1 seconds') as unknown,
    });
  });
});

describe('orphans', () => {
  const left = async (name: string) => {
    await docker.createContainer({ name, Image: image, Labels: { [sandboxLabel]: owner } });
    return name;
  };

  it('of an owner are removed, but for those that are alive', async () => {
    pool = new SandboxPool(docker, { owner, image, warm: 0 });
    const orphan = await left(`lakeproof-${randomUUID()}`);
    const alive = await left(`lakeproof-${randomUUID()}`);
    expect(await removeOrphans(docker, 'somebody-else')).toBe(0);
    expect(await removeOrphans(docker, owner, { alive: new Set([alive]) })).toBe(1);
    expect(await containers()).toEqual([alive]);
    expect(await containers()).not.toContain(orphan);
    expect(await removeOrphans(docker, owner, { endedOnly: true })).toBe(0);
    expect(await removeOrphans(docker, owner)).toBe(1);
  });
});
