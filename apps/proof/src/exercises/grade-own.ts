import { inSandbox, type SubmissionFiles, type Verdict } from '@lakeproof/contracts';
import { quizAnswers, type Exercise } from '@lakeproof/curriculum';
import { grade, gradingPlan } from '@lakeproof/grader';
import { quizVerdict } from '@lakeproof/grading';
import type { SandboxPool } from '@lakeproof/sandbox';

/** Grades one of an exercise's own submissions. A failure of ours is tried once more; the second one stands. */
export async function gradeOwn(
  exercise: Exercise,
  files: SubmissionFiles,
  pool: SandboxPool,
  signal: AbortSignal,
): Promise<Verdict> {
  if (!inSandbox(exercise)) return quizVerdict(exercise, quizAnswers(exercise, files));
  const plan = gradingPlan(exercise, files);
  const once = async () => (await grade(plan, await pool.take(), { signal })).verdict;
  const verdict = await once();
  return verdict.state === 'failed' && !signal.aborted ? once() : verdict;
}
