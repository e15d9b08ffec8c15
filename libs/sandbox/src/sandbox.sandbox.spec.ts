import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Report } from '@lakeproof/contracts';
import { sandboxLabel } from './container-options.js';
import { connectDocker } from './engine.js';
import { exampleJob } from './testing/example-job.js';
import { waitingMiB } from './fitting-pool.js';
import { runnerDigests, runnerImage } from './image.js';
import { SandboxPool } from './pool.js';
import type { SandboxEvent } from './report-writer.js';
import { Sandbox } from './sandbox.js';
import { seccompProfile } from './seccomp.js';

jest.setTimeout(300_000);

const docker = connectDocker();
const owner = `spec-${randomUUID()}`;
const messages: string[] = [];
const settings = { owner, log: (message: string) => messages.push(message) };
let pool: SandboxPool;

beforeAll(async () => {
  await runnerDigests(docker, runnerImage());
  pool = new SandboxPool(docker, { ...settings, warm: 1, atOnce: 1 });
});
afterAll(async () => {
  await pool.close();
  expect(await containers()).toEqual([]);
});

const containers = async () => {
  const found = await docker.listContainers({ all: true, filters: { label: [`${sandboxLabel}=${owner}`] } });
  return found.flatMap(({ Names }) => Names).map((name) => name.slice(1));
};

const outcomes = (report: Report) =>
  Object.fromEntries(
    report.tests.map(({ id, variant, outcome, cause }) => [
      `${id.split('::')[1] ?? ''} on ${variant}`,
      cause ? `${outcome} by ${cause}` : outcome,
    ]),
  );

const ends = (report: Report) =>
  Object.fromEntries(report.variants.map(({ variant, end }) => [variant, end]));

describe('a submission', () => {
  it('is run on every version by real Spark, and reported by name as it happens', async () => {
    const sandbox = await pool.take();
    const events: SandboxEvent[] = [];
    const report = await sandbox.grade(exampleJob(), (event) => events.push(event));
    expect(report.end).toEqual({ kind: 'done' });
    expect(outcomes(report)).toEqual({
      'test_cancelled_orders_go on reference': 'passed',
      'test_cancelled_orders_go on sql': 'passed',
      'test_cancelled_orders_go on null-lost': 'passed',
      'test_cancelled_orders_go on nothing-removed': 'failed by assertion',
      'test_unlabelled_orders_stay on reference': 'passed',
      'test_unlabelled_orders_stay on sql': 'passed',
      'test_unlabelled_orders_stay on null-lost': 'failed by assertion',
      'test_unlabelled_orders_stay on nothing-removed': 'passed',
    });
    expect(new Set(Object.values(ends(report)))).toEqual(new Set(['finished']));
    expect(events.filter(({ event }) => event === 'test')).toEqual(report.tests);
    const { started, firstResult, total } = report.timing;
    expect([started, firstResult, total]).toEqual([started, firstResult, total].sort((a, b) => a - b));
    await expect(sandbox.grade(exampleJob())).rejects.toThrow('one job only');
  });

  it('is stopped as soon as it is hopeless', async () => {
    const sandbox = await pool.take();
    const report = await sandbox.grade(exampleJob('import os\nos._exit(0)\n'), undefined, {
      hopeless: (event, kind) => event.event === 'variant' && kind === 'correct' && event.end !== 'finished',
    });
    expect(report.end).toEqual({ kind: 'stopped', why: 'hopeless' });
    expect(Object.values(ends(report))).toContain('exited');
  });

  it('that takes all memory ends itself and nothing else', async () => {
    const sandbox = await pool.take();
    const greedy =
      'def test_hoards():\n    hoard = [bytearray(64 << 20) for _ in range(100)]\n    assert hoard\n';
    const report = await sandbox.grade(exampleJob(greedy), undefined, {
      hopeless: (event) => event.event === 'variant',
    });
    const seen = [report.end.kind, ...Object.values(ends(report))];
    expect(seen).toContain('out-of-memory');
  });

  it('that does not end is ended from outside, and keeps what was reported until then', async () => {
    const slow = 'import time\n\ndef test_quick():\n    pass\n\ndef test_endless():\n    time.sleep(600)\n';
    // A grace that is negative stands for a harness that doesn't keep the deadline itself.
    const job = { ...exampleJob(slow), limits: { seconds: 60, variantSeconds: 60, memoryMiB: 1536 } };
    const sandbox = await Sandbox.start(docker, {
      ...{ ...settings, image: runnerImage(), memoryMiB: 1536, cpus: 2, readySeconds: 180, parallel: 2 },
      graceSeconds: 8 - 60,
    });
    const report = await sandbox.grade(job);
    await sandbox.removed;
    expect(report.end).toEqual({ kind: 'stopped', why: 'deadline' });
    expect(report.tests.map(({ outcome }) => outcome)).toContain('passed');
    expect(report.timing.total).toBeLessThan(30);
  });

  it('that is given up leaves no container', async () => {
    const sandbox = await pool.take();
    const giveUp = new AbortController();
    const report = await sandbox.grade(
      exampleJob(),
      () => {
        giveUp.abort();
      },
      { signal: giveUp.signal },
    );
    expect(report.end).toEqual({ kind: 'broken', detail: 'the job was given up' });
  });
});

describe('the container', () => {
  it('is as closed as the engine says, not only as we asked for', async () => {
    const sandbox = await pool.take();
    const name = [...pool.names()].find(Boolean) ?? '';
    const { HostConfig, Mounts, NetworkSettings } = await docker.getContainer(name).inspect();
    expect(HostConfig).toMatchObject({
      NetworkMode: 'none',
      ReadonlyRootfs: true,
      CapDrop: ['ALL'],
      CapAdd: ['SETUID', 'SETGID', 'KILL'],
      SecurityOpt: ['no-new-privileges', `seccomp=${seccompProfile}`],
      PidsLimit: 1024,
      Memory: waitingMiB * 1024 ** 2,
      MemorySwap: waitingMiB * 1024 ** 2,
    });
    expect(HostConfig.Binds ?? []).toEqual([]);
    expect(Mounts).toEqual([]);
    expect(Object.keys(NetworkSettings.Networks)).toEqual(['none']);
    await sandbox.discard();
  });
});
