import type { SubmissionSummary } from '@lakeproof/contracts';
import type { ListedSubmission } from '@lakeproof/persistence';

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
  again: submission.again,
  score: submission.score,
  retry: submission.retry,
  createdAt: createdAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
});
