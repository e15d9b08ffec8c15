import { inSandbox, type SubmissionFiles, type Verdict } from '@lakeproof/contracts';
import { gradingJob, quizAnswers, rubricOf, type Exercise } from '@lakeproof/curriculum';
import { isHopeless, quizVerdict, verdictOf } from '@lakeproof/grading';
import type { SandboxPool } from '@lakeproof/sandbox';

/** Grades one of an exercise's own submissions. A failure of ours is tried once more; the second one stands. */
export async function gradeOwn(
  exercise: Exercise,
  files: SubmissionFiles,
  pool: SandboxPool,
  signal: AbortSignal,
): Promise<Verdict> {
  if (!inSandbox(exercise)) return quizVerdict(exercise, quizAnswers(exercise, files));
  const rubric = rubricOf(exercise);
  const once = async () => {
    const sandbox = await pool.take();
    const report = await sandbox.grade(gradingJob(exercise, files), undefined, {
      hopeless: isHopeless,
      signal,
    });
    return verdictOf(rubric, report, { queued: 0 });
  };
  const verdict = await once();
  return verdict.state === 'failed' && !signal.aborted ? once() : verdict;
}
