import { EventEmitter, once } from 'node:events';
import type { Report, SubmissionFile } from '@lakeproof/contracts';
import { gradingJob, type SandboxExercise } from '@lakeproof/curriculum';
import type { Sandbox } from '@lakeproof/sandbox';
import { firstLine } from '@lakeproof/terminal';

/** As many versions as run at a time: then each of a sandbox's users keeps what it took. */
const versions = 2;

/**
 * Sends a suite to a sandbox and waits until its first test has ended on two versions: what that took, it keeps
 * until the sandbox is released.
 *
 * @returns releases it and says in sentences what went otherwise than it must: a test that did not pass, an end of its own
 */
export async function keepBeside(
  exercise: SandboxExercise,
  files: readonly SubmissionFile[],
  sandbox: Sandbox,
  signal: AbortSignal,
): Promise<() => Promise<string[]>> {
  const correct = exercise.variants.filter(({ kind }) => kind === 'correct').map(({ name }) => name);
  // No mutant: a second run of a version would not be told, and they are two as it is.
  const job = gradingJob(exercise, [...files], correct.slice(0, versions));
  const released = new AbortController();
  const kept = new Set<string>();
  const keeping = new EventEmitter();
  const bothKeep = once(keeping, 'both');
  const report = sandbox.grade(
    job,
    (event) => {
      if (event.event === 'test' && kept.add(event.variant).size === versions) keeping.emit('both');
    },
    { signal: AbortSignal.any([signal, released.signal]) },
  );
  await Promise.race([bothKeep, report]);
  return async () => {
    released.abort();
    const seen = await report;
    await sandbox.removed;
    return [...besideProblems(seen)];
  };
}

/** In sentences; none when the suite had passed what it was told to on every version, and was still there. */
export function* besideProblems({ tests, variants, end }: Report): Generator<string> {
  for (const { id, variant, outcome, message } of tests)
    if (outcome !== 'passed') yield `${id} ${outcome} on ${variant}: ${firstLine(message, 200)}`;
  for (const { variant, end: how, message } of variants)
    yield `the run on ${variant} was over (${how}) before the attack: ${firstLine(message, 200)}`;
  if (new Set(tests.map(({ variant }) => variant)).size < versions)
    yield `no test ended on two versions: ${end.kind === 'broken' ? end.detail : end.kind}`;
}
