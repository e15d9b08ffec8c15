import type { ContainerCreateOptions } from 'dockerode';
import { seccompProfile } from './seccomp.js';

/** What may differ between sandboxes; all else is fixed below. */
export interface ContainerSettings {
  readonly image: string;
  /** Who started it: a worker or the command line. Orphans are found by it. */
  readonly owner: string;
  readonly memoryMiB: number;
  readonly cpus: number;
  /** Someone waits for it: it doesn't give way to others while it warms up. */
  readonly urgent?: boolean;
  /** False: it doesn't rehearse while it waits. For work in bulk, where the CPU that takes is more than it saves. */
  readonly rehearse?: boolean;
  /** Another OCI runtime, such as `runsc`. */
  readonly runtime?: string | undefined;
}

export const sandboxLabel = 'lakeproof.sandbox';

/** Harness, JVM with its workers, and two variants of 256: the harness ends whoever has more. */
const pids = 1024;
/** What would outlive a process, and tell one variant of another: none of it may be made. The last: ports in TIME_WAIT. */
const nothingThatOutlives = {
  'kernel.shmmni': '0',
  'kernel.msgmni': '0',
  'kernel.sem': '0 0 0 0',
  'fs.mqueue.queues_max': '0',
  'net.ipv4.tcp_max_tw_buckets': '0',
};
/** Files open in a process; a variant's own may have 1024. What Linux gives where nobody says otherwise. */
const openFiles = 4096;
const mebibyte = 1024 * 1024;
const cpuPeriod = 100_000;
/** One that starts gives way to the sandboxes that work, and yet becomes ready beside them in time. */
const startingShares = 256;
/** One that is ready and goes on warming up takes what nobody else wants: the least there is. */
const idleShares = 2;
/**
 * What is left to one that is ready while others work: with the least share alone it still takes what they leave
 * for a moment, and the caches with it (docs/benchmarks.md).
 */
const heldCpus = 0.01;
/** A job nobody waits for. */
const gentleShares = 128;
export const workingShares = 1024;

/**
 * The container as boundary: no network, nothing writable but three small tmpfs, no swap, three
 * capabilities (the harness changes users and ends their processes), nothing from the host mounted in,
 * no system call for what the kernel counts for all containers at once (seccomp.json).
 * The log driver is off: output leaves by the attached streams alone, and a flood can't fill the host's disk.
 * `/tmp` allows exec because Spark's native libraries (snappy, zstd, netty) unpack there.
 */
export function containerOptions(name: string, settings: ContainerSettings): ContainerCreateOptions {
  return {
    name,
    Image: settings.image,
    ...(settings.rehearse === false ? { Cmd: ['--no-rehearsal'] } : {}),
    Hostname: 'sandbox',
    Labels: { [sandboxLabel]: settings.owner },
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: true,
    // When this process dies, the harness reads the end of its input and ends too.
    StdinOnce: true,
    Tty: false,
    HostConfig: {
      ...memoryLimit(settings.memoryMiB),
      CpuShares: settings.urgent ? workingShares : startingShares,
      // Not NetworkDisabled: without /etc/hosts, Spark can't even find localhost.
      NetworkMode: 'none',
      ...cpuLimit(settings.cpus),
      PidsLimit: pids,
      ReadonlyRootfs: true,
      // Names are memory too, and are counted as well as bytes.
      Tmpfs: {
        '/work': 'size=64m,nr_inodes=20000,mode=755,exec',
        '/tmp': 'size=256m,nr_inodes=60000,mode=1777,exec',
        '/dev/shm': 'size=64m,nr_inodes=5000,mode=1777',
        // In place of the engine's: all containers of a host share one number of terminals.
        '/dev/pts': 'size=4k,nr_inodes=1,mode=555,ro',
      },
      Sysctls: nothingThatOutlives,
      CapDrop: ['ALL'],
      CapAdd: ['SETUID', 'SETGID', 'KILL'],
      SecurityOpt: ['no-new-privileges', `seccomp=${seccompProfile}`],
      Ulimits: [
        { Name: 'core', Soft: 0, Hard: 0 },
        { Name: 'nofile', Soft: openFiles, Hard: openFiles },
      ],
      LogConfig: { Type: 'none', Config: {} },
      ...(settings.runtime ? { Runtime: settings.runtime } : {}),
    },
  };
}

/** What changes when a warm container gets its job; `gentle`: a job nobody waits for. */
export const workingLimits = (settings: ContainerSettings, memoryMiB: number, gentle: boolean) => ({
  ...memoryLimit(memoryMiB),
  ...cpuLimit(settings.cpus),
  CpuShares: gentle ? gentleShares : workingShares,
});

/** What a container may use while it waits for its job; nearly nothing while it is `held`. */
export const waitingLimits = (settings: ContainerSettings, held: boolean) => ({
  ...cpuLimit(held ? heldCpus : settings.cpus),
  CpuShares: idleShares,
});

const cpuLimit = (cpus: number) => ({ CpuPeriod: cpuPeriod, CpuQuota: Math.round(cpus * cpuPeriod) });

/** Memory and swap together are one limit: a sandbox never swaps. */
const memoryLimit = (memoryMiB: number) => ({
  Memory: memoryMiB * mebibyte,
  MemorySwap: memoryMiB * mebibyte,
});
