import type { WorkerPulse } from '@lakeproof/contracts';
import type { PoolHealth, SandboxProblem } from '@lakeproof/sandbox';

const problems: Record<SandboxProblem, string> = {
  engine: 'The Docker engine does not answer. Submissions wait until it is back.',
  image:
    'The sandbox image is missing on the Docker engine. Build it with script/bootstrap; submissions wait until then.',
  disk: 'The disk of the Docker engine is full. Submissions wait until there is space.',
  start: 'Sandboxes do not become ready. The log of the worker has their last words; submissions wait.',
  closed: 'The worker is stopping.',
  fault:
    'No sandbox can be started, by an error of Lakeproof. The log of the worker has it; submissions wait.',
};

/** What keeps a worker from grading, for everybody: without an address or a path, which its log names. */
export const plainProblem = (kind: SandboxProblem): string => problems[kind];

/**
 * What the worker says about itself.
 * @param wasReady whether it has ever had a warm sandbox: from then on it is ready also when all are busy
 */
export function pulseOf(health: PoolHealth, wasReady: boolean): Omit<WorkerPulse, 'faults'> {
  if (!health.ok) return { ready: false, warm: 0, busy: 0, problem: plainProblem(health.kind) };
  const { warm, busy } = health;
  return { ready: wasReady || warm > 0, warm, busy, problem: null };
}
