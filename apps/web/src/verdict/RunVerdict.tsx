import type { ExerciseMode, MatrixCell, VerdictView } from '@lakeproof/contracts';
import { isFailure } from './matrix-source.js';
import { TestResult } from './TestResult.js';
import { duration } from '../ui/figures.js';
import { runHeadlineOf } from './verdict-words.js';
import { VerdictNotes } from './VerdictNotes.js';
import classes from './verdict.module.css';

interface RunVerdictProps {
  readonly verdict: VerdictView;
  readonly mode: ExerciseMode;
}

/** What a run showed: each test on the code one sees, or in the first environment. No grade, no attempt. */
export function RunVerdict({ verdict, mode }: RunVerdictProps) {
  const failing = verdict.matrix.filter(({ outcome }) => isFailure(outcome));
  const others = verdict.matrix.filter(({ outcome }) => !isFailure(outcome));
  return (
    <div className={classes.verdict}>
      <div className={classes.headline}>
        <h3>{runHeadlineOf(verdict.matrix, mode === 'code' ? 'in the first environment' : undefined)}</h3>
        <p>
          {adviceOf(mode, failing.length)} Took {duration(verdict.timing.total)}; a run is no attempt.
        </p>
      </div>
      <ul className={classes.runList}>
        {[...failing, ...others].map((cell) => (
          <TestResult
            key={cell.test}
            id={cell.test}
            outcome={outcomeOf(cell)}
            aside={duration(cell.seconds)}
            message={cell.message}
          />
        ))}
      </ul>
      <VerdictNotes notes={verdict.notes} />
    </div>
  );
}

function adviceOf(mode: ExerciseMode, failing: number): string {
  if (mode === 'code') return failing > 0 ? '' : 'Submit to see whether it holds in the others.';
  return failing > 0
    ? 'The code you see is correct: a test that fails on it would be a false alarm.'
    : 'Submit to see which bugs your tests catch.';
}

function outcomeOf({ outcome }: MatrixCell): 'passed' | 'fails' | 'skipped' {
  if (isFailure(outcome)) return 'fails';
  return outcome === 'skipped' ? 'skipped' : 'passed';
}
