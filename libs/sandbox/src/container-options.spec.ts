import { describe, expect, it } from '@jest/globals';
import { containerOptions, waitingLimits, workingLimits } from './container-options.js';

const settings = { image: 'lakeproof-runner:latest', owner: 'worker-1', memoryMiB: 1024, cpus: 1.5 };

describe('the boundary of a sandbox', () => {
  const { HostConfig: host, ...options } = containerOptions('lakeproof-x', settings);

  it('has no network, no swap and no privilege beyond three capabilities', () => {
    expect(host).toMatchObject({
      NetworkMode: 'none',
      Memory: 1024 ** 3,
      MemorySwap: 1024 ** 3,
      PidsLimit: 1024,
      CapDrop: ['ALL'],
      CapAdd: ['SETUID', 'SETGID', 'KILL'],
      SecurityOpt: ['no-new-privileges', expect.stringMatching(/^seccomp={/)],
      Ulimits: [
        { Name: 'core', Soft: 0, Hard: 0 },
        { Name: 'nofile', Soft: 4096, Hard: 4096 },
      ],
      CpuQuota: 150_000,
    });
  });

  it('can write to three small tmpfs only, has no terminals, and nothing of the host is mounted in', () => {
    expect(host?.ReadonlyRootfs).toBe(true);
    const { '/dev/pts': terminals, ...tmpfs } = host?.Tmpfs as Record<string, string>;
    expect(terminals).toMatch(/,ro$/);
    expect(Object.keys(tmpfs)).toEqual(['/work', '/tmp', '/dev/shm']);
    for (const options of Object.values(tmpfs)) expect(options).toMatch(/size=\d+m,nr_inodes=\d+/);
    expect(host).not.toHaveProperty('Binds');
    expect(host).not.toHaveProperty('Mounts');
  });

  it('has no memory and no port that outlives a process', () => {
    expect(Object.keys(host?.Sysctls as object)).toEqual([
      'kernel.shmmni',
      'kernel.msgmni',
      'kernel.sem',
      'fs.mqueue.queues_max',
      'net.ipv4.tcp_max_tw_buckets',
    ]);
  });

  it('writes nothing to the host by a log driver', () => {
    expect(host?.LogConfig).toEqual({ Type: 'none', Config: {} });
  });

  it('gives way while it warms up, unless someone waits for it', () => {
    const shares = (urgent: boolean) =>
      containerOptions('x', { ...settings, urgent }).HostConfig?.CpuShares ?? 0;
    expect(host?.CpuShares).toBe(shares(false));
    expect(shares(true)).toBe(workingLimits(settings, 1024, false).CpuShares);
    expect(shares(false)).toBeLessThan(shares(true));
  });

  it('gives way while it does a job nobody waits for', () => {
    expect(workingLimits(settings, 1024, true).CpuShares).toBeLessThan(
      workingLimits(settings, 1024, false).CpuShares,
    );
  });

  it('leaves the CPU to others while it waits, and has all of its own for its job', () => {
    expect(waitingLimits(settings, true).CpuQuota).toBeLessThanOrEqual(1000);
    expect(waitingLimits(settings, false).CpuQuota).toBe(host?.CpuQuota);
    expect(workingLimits(settings, 1024, false)).toMatchObject({
      CpuQuota: host?.CpuQuota,
      CpuPeriod: host?.CpuPeriod,
    });
  });

  it('is found again by its owner', () => {
    expect(options.Labels).toEqual({ 'lakeproof.sandbox': 'worker-1' });
  });

  it('rehearses while it waits, unless told not to', () => {
    expect(options).not.toHaveProperty('Cmd');
    expect(containerOptions('x', { ...settings, rehearse: false }).Cmd).toEqual(['--no-rehearsal']);
  });

  it('uses another runtime only when told', () => {
    expect(host).not.toHaveProperty('Runtime');
    expect(containerOptions('x', { ...settings, runtime: 'runsc' }).HostConfig?.Runtime).toBe('runsc');
  });

  it('keeps swap off when its memory changes for a job', () => {
    const { Memory, MemorySwap } = workingLimits(settings, 3072, false);
    expect(Memory).toBe(3 * 1024 ** 3);
    expect(MemorySwap).toBe(Memory);
  });
});
