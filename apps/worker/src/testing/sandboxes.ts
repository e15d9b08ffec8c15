import type { Report, SandboxJob } from '@lakeproof/contracts';
import { SandboxError } from '@lakeproof/sandbox';
import type { Sandbox } from '@lakeproof/sandbox';
import type { Sandboxes } from '../sandboxes/sandboxes.js';

/** Faults that a real engine does not have at will: a sandbox here breaks, hangs or is missing on demand. */
export type GradeInSandbox = (job: SandboxJob, signal: AbortSignal) => Promise<Report>;

/** A signal that never fires. */
export const never: AbortSignal = new AbortController().signal;

const test = 'test_orders.py::test_one';
const timing = { started: 0.1, firstResult: 1, total: 2 };

/** A suite of one test that passes on all correct variants and fails on all mutants. */
export const perfect: GradeInSandbox = (job) =>
  Promise.resolve({
    collected: job.variants.map(({ name }) => ({ variant: name, tests: [test], failures: [], notes: [] })),
    tests: job.variants.map(({ name, kind }) => ({
      variant: name,
      id: test,
      outcome: kind === 'correct' ? 'passed' : 'failed',
      cause: kind === 'correct' ? null : 'assertion',
      seconds: 0.1,
      message: '',
      output: '',
    })),
    variants: job.variants.map(({ name }) => ({ variant: name, end: 'finished', seconds: 1, message: '' })),
    notes: [],
    end: { kind: 'done' },
    timing,
  });

export const broken = (detail: string): Report => ({
  collected: [],
  tests: [],
  variants: [],
  notes: [],
  end: { kind: 'broken', detail },
  timing,
});
/** A report on which judging itself breaks: an error of ours that nobody foresaw. */
export const unjudgeable: GradeInSandbox = () =>
  Promise.resolve({ ...broken(''), collected: undefined } as unknown as Report);
export const breaks: GradeInSandbox = () => Promise.resolve(broken('the JVM ended'));

export const noImage = new SandboxError('image', 'The image is missing.');

/** Sandboxes whose job is `inSandbox`; an Error stands for one that can't be started. */
export function sandboxesWith(
  inSandbox: GradeInSandbox | Error,
  { healthy = true } = {},
): Pick<Sandboxes, 'take' | 'health'> {
  const grade: Sandbox['grade'] = (job, _onEvent, options) =>
    inSandbox instanceof Error ? Promise.reject(inSandbox) : inSandbox(job, options?.signal ?? never);
  return {
    take: () =>
      inSandbox instanceof Error
        ? Promise.reject(inSandbox)
        : Promise.resolve({ grade } satisfies Pick<Sandbox, 'grade'>),
    health: () =>
      Promise.resolve(
        healthy
          ? { ok: true, warm: 1, starting: 0, busy: 0, image: 'i', digest: 'd' }
          : { ok: false, kind: 'engine', problem: 'The Docker engine does not answer.' },
      ),
  };
}
