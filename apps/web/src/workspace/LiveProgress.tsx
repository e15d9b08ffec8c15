import type { SandboxExerciseView, SandboxMode, SubmissionView } from '@lakeproof/contracts';
import { useMemo, useState } from 'react';
import { announcementOf, fractionOf, statusOf, type Watched } from '../submission/progress.js';
import { sourceOfProgress } from '../verdict/matrix-source.js';
import type { Selection } from '../verdict/selection.js';
import { SelectionDetail } from '../verdict/SelectionDetail.js';
import { VerdictMatrix } from '../verdict/VerdictMatrix.js';
import { StopButton } from './StopButton.js';
import classes from './workspace.module.css';

const phases = [
  { id: 'queued', label: 'Queue' },
  { id: 'starting', label: 'Sandbox' },
  { id: 'collecting', label: 'Collect' },
  { id: 'running', label: 'Run' },
  { id: 'finishing', label: 'Verdict' },
] as const;

/** Whether there is a matrix to watch: hidden tests are named with the verdict. */
const fillsMatrix: Record<SandboxMode, boolean> = { tests: true, code: false };

/** A submission on its way: where it stands, and results as they come. */
export function LiveProgress({
  id,
  seen,
  kind,
  exercise,
  onStopped,
}: {
  readonly id: string;
  readonly seen: Watched;
  readonly kind: SubmissionView['kind'];
  readonly exercise: SandboxExerciseView;
  readonly onStopped: () => void;
}) {
  const [selection, setSelection] = useState<Selection | null>(null);
  const source = useMemo(
    () =>
      sourceOfProgress(
        seen,
        kind === 'run'
          ? { bugs: 0, correctVersions: 1 }
          : { bugs: exercise.bugs, correctVersions: exercise.correctVersions },
      ),
    [seen, kind, exercise.bugs, exercise.correctVersions],
  );
  const phase = seen.state === 'queued' ? 'queued' : (seen.phase ?? 'starting');
  const at = phases.findIndex(({ id }) => id === phase);
  return (
    <div className={classes.progress}>
      <p className={classes.announce} role="status" aria-live="polite">
        {announcementOf(seen)}
      </p>
      <div className={classes.progressWords}>
        <strong>{statusOf(seen)}</strong>
        <StopButton submission={id} onStopped={onStopped} />
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={kind === 'run' ? 'Run' : 'Grading'}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(fractionOf(seen) * 100)}
        aria-valuetext={statusOf(seen)}
      >
        <div style={{ width: `${fractionOf(seen) * 100}%` }} />
      </div>
      <ol className={classes.phases} aria-hidden="true">
        {phases.map(({ id, label }, index) => (
          <li key={id} data-at={index < at ? 'done' : index === at ? 'now' : 'later'}>
            {label}
          </li>
        ))}
      </ol>
      {source.tests.length > 0 && fillsMatrix[exercise.mode] && (
        <div className={classes.live}>
          <VerdictMatrix source={source} selected={selection} onSelect={setSelection} />
          {selection && (
            <SelectionDetail
              source={source}
              variants={[]}
              selection={selection}
              onClose={() => {
                setSelection(null);
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}
