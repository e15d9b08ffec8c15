import type { Verdict } from '@lakeproof/contracts';
import { verdictOf } from '@lakeproof/grading';
import type { Sandbox } from '@lakeproof/sandbox';
import type { GradingPlan } from './plan.js';
import { reportOn, sharedJob } from './shared-job.js';

/**
 * Grades several submissions to one exercise in one sandbox. It is for content we trust: these suites could find
 * each other by what a JVM shares.
 *
 * @param plans by the submission's name, at least one
 * @returns verdicts by name; undefined when the sandbox did not come to the end
 */
export async function gradeTogether(
  plans: ReadonlyMap<string, GradingPlan>,
  sandbox: Pick<Sandbox, 'grade'>,
  signal: AbortSignal,
): Promise<Map<string, Verdict> | undefined> {
  const jobs = new Map([...plans].map(([name, { job }]) => [name, job]));
  const report = await sandbox.grade(sharedJob(jobs), undefined, { signal });
  if (report.end.kind !== 'done') return undefined;
  return new Map(
    [...plans].map(([name, { rubric }]) => [name, verdictOf(rubric, reportOn(report, name), { queued: 0 })]),
  );
}
