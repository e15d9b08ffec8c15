import type { SandboxExercise } from '@lakeproof/curriculum';
import { grade, gradingPlan } from '@lakeproof/grader';
import { SandboxError, type Sandbox, type SandboxPool } from '@lakeproof/sandbox';
import type { Batch } from './batches.js';
import { keepBeside } from './beside.js';
import type { Outcome } from './judge.js';

/** Beyond a job's own seconds: what the harness has to end, and the engine to remove a container, on a busy machine. */
const graceSeconds = 20;

/** Sends a batch the way of every submission: job, sandbox, verdict. */
export async function runBatch(
  exercise: SandboxExercise,
  batch: Batch,
  pool: SandboxPool,
  signal: AbortSignal,
): Promise<Outcome> {
  const [{ variants, limits }] = batch;
  const files = batch.flatMap((attack) => attack.files);
  const { job: asked, rubric } = gradingPlan(exercise, files, variants);
  const job = {
    ...asked,
    limits: {
      // What several submissions do takes what they may take.
      seconds: limits?.seconds ?? asked.limits.seconds * batch.length,
      variantSeconds: limits?.variantSeconds ?? asked.limits.variantSeconds * batch.length,
      memoryMiB: limits?.memoryMiB ?? asked.limits.memoryMiB,
    },
  };
  const sandbox = await takeOne(pool);
  const beside = batch[0].beside;
  const release =
    beside.length > 0 ? await keepBeside(exercise, beside, await takeOne(pool), signal) : nobody;
  const began = performance.now();
  const { verdict, report } = await grade({ job, rubric }, sandbox, { signal });
  const besideProblems = await release();
  await sandbox.removed;
  return {
    verdict,
    report,
    heldSeconds: (performance.now() - began) / 1000,
    mostSeconds: job.limits.seconds + graceSeconds,
    beside: besideProblems,
  };
}

const nobody = () => Promise.resolve([]);

const tries = 3;

/** A sandbox that does not become ready on a busy machine is no attack's doing: it is asked for again. */
async function takeOne(pool: SandboxPool, left = tries): Promise<Sandbox> {
  try {
    return await pool.take();
  } catch (error) {
    if (!(error instanceof SandboxError) || error.problem === 'closed' || left === 1) throw error;
    return takeOne(pool, left - 1);
  }
}
