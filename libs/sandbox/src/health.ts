import type Docker from 'dockerode';
import { checkDisk } from './disk.js';
import { checkEngine } from './engine.js';
import { runnerDigests } from './image.js';
import { asSandboxError, type SandboxError, type SandboxProblem } from './sandbox-error.js';

export type PoolHealth =
  | {
      readonly ok: true;
      readonly warm: number;
      readonly starting: number;
      readonly busy: number;
      readonly image: string;
      readonly digest: string;
    }
  | {
      readonly ok: false;
      readonly kind: SandboxProblem;
      readonly problem: string;
      /** Of a fault: the error itself. */
      readonly cause?: unknown;
    };

/** What a pool says of itself. */
export interface PoolState extends Pick<Extract<PoolHealth, { ok: true }>, 'warm' | 'starting' | 'busy'> {
  /** Why the last start failed, if it did. */
  readonly problem: SandboxError | undefined;
}

export interface HealthSettings {
  readonly image: string;
  /** Free bytes below which the engine's disk counts as full. */
  readonly leastDiskBytes?: number | undefined;
}

/**
 * Whether a sandbox could be had, and if not, why, in a sentence for people.
 *
 * @param state asked when the engine, its image and its disk have answered
 */
export async function poolHealth(
  docker: Docker,
  { image, leastDiskBytes }: HealthSettings,
  state: () => PoolState,
): Promise<PoolHealth> {
  try {
    await checkEngine(docker);
    const { whole: digest } = await runnerDigests(docker, image);
    await checkDisk(docker, leastDiskBytes);
    const { problem, ...counts } = state();
    // What failed once is no problem while another one is ready.
    if (problem && counts.warm === 0) throw problem;
    return { ok: true, ...counts, image, digest };
  } catch (error) {
    const { problem: kind, message, cause } = asSandboxError(error);
    return { ok: false, kind, problem: message, ...(kind === 'fault' && { cause }) };
  }
}
