import type { SubmissionSummary } from '@lakeproof/contracts';
import { percent } from '../ui/figures.js';

/**
 * "Attempt 3", "Run 7", "Retry 1": numbered in the order they were made, each for itself. Takes the newest first. What was
 * stopped counts for nothing, so it has no number.
 */
export function namesOf(
  submissions: readonly (Pick<SubmissionSummary, 'kind' | 'state' | 'retry'> & { readonly id: string })[],
): ReadonlyMap<string, string> {
  const counts = { Run: 0, Attempt: 0, Retry: 0 };
  return new Map(
    submissions.toReversed().map(({ id, kind, state, retry }) => {
      if (state === 'stopped' || kind === 'unknown') return [id, kind === 'run' ? 'Run' : 'Submission'];
      const name = kind === 'run' ? 'Run' : retry ? 'Retry' : 'Attempt';
      counts[name] += 1;
      return [id, `${name} ${counts[name]}`];
    }),
  );
}

/** What became of it, in a word. */
export function outcomeOf({
  kind,
  state,
  score,
}: Pick<SubmissionSummary, 'kind' | 'state' | 'score'>): string {
  switch (state) {
    case 'queued':
      return 'Queued';
    case 'running':
      return 'Running';
    case 'rejected':
      return 'Not graded';
    case 'failed':
      return 'Given back';
    case 'stopped':
      return 'Stopped';
    case 'unknown':
      return 'Reload to see';
    case 'graded':
      return kind === 'run' || score === null ? 'Done' : percent(score);
  }
}

const today = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const earlier = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** The time of day; with the date when it was not today. */
export function whenOf(iso: string, now = new Date()): string {
  const at = new Date(iso);
  return (at.toDateString() === now.toDateString() ? today : earlier).format(at);
}
