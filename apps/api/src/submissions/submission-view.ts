import type { SubmissionSummary, SubmissionView, Variant } from '@lakeproof/contracts';
import { integrityFor, type Viewer, viewOf } from '@lakeproof/grading';
import type { ListedSubmission, SubmissionRecord } from '@lakeproof/persistence';

/** A submission as a line of a list. */
export const submissionSummary = ({
  createdAt,
  settledAt,
  ...submission
}: ListedSubmission): SubmissionSummary => ({
  id: submission.id,
  exercise: submission.exercise,
  kind: submission.kind,
  state: submission.state,
  position: submission.position,
  score: submission.score,
  createdAt: createdAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
});

/** A submission with its files and its verdict as this viewer may see it; integrity notes for trainers alone. */
export const submissionView = (
  submission: SubmissionRecord,
  variants: readonly Variant[],
  viewer: Viewer,
): SubmissionView => {
  const integrity = integrityFor(submission.integrity, viewer);
  return {
    ...submissionSummary(submission),
    files: submission.files,
    verdict: submission.verdict && viewOf(submission.verdict, variants, viewer),
    ...(integrity && { integrity }),
  };
};
