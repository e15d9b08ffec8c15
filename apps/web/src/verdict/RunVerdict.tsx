import type { CellView, SandboxMode, VerdictView } from '@lakeproof/contracts';
import { isFailure } from './matrix-source.js';
import { TestResult } from './TestResult.js';
import { duration } from '../ui/figures.js';
import { runHeadlineOf } from './verdict-words.js';
import { VerdictNotes } from './VerdictNotes.js';
import classes from './verdict.module.css';

interface RunVerdictProps {
  readonly verdict: VerdictView;
  readonly mode: SandboxMode;
}

interface RunWords {
  /** What a run looks at. */
  readonly where: string;
  /** What to do next, by how many tests fail. */
  readonly advice: (failing: number) => string;
}

const words: Record<SandboxMode, RunWords> = {
  tests: {
    where: 'on the code you see',
    advice: (failing) =>
      failing > 0
        ? 'The code you see is correct: a test that fails on it would be a false alarm.'
        : 'Submit to see which bugs your tests catch.',
  },
  code: {
    where: 'in the first environment',
    advice: (failing) => (failing > 0 ? '' : 'Submit to see whether it holds in the others.'),
  },
};

/** What a run showed: each test on the code one sees, or in the first environment. No grade, no attempt. */
export function RunVerdict({ verdict, mode }: RunVerdictProps) {
  const { where, advice } = words[mode];
  const failing = verdict.matrix.filter(({ outcome }) => isFailure(outcome));
  const others = verdict.matrix.filter(({ outcome }) => !isFailure(outcome));
  return (
    <div className={classes.verdict}>
      <div className={classes.headline}>
        <h3>{runHeadlineOf(verdict.matrix, where)}</h3>
        <p>
          {advice(failing.length)} Took {duration(verdict.timing.total)}; a run is no attempt.
        </p>
      </div>
      <ul className={classes.runList}>
        {[...failing, ...others].map((cell) => (
          <TestResult
            key={cell.test}
            id={cell.test}
            outcome={outcomes[cell.outcome]}
            aside={duration(cell.seconds)}
            message={cell.message}
          />
        ))}
      </ul>
      <VerdictNotes notes={verdict.notes} />
    </div>
  );
}

const outcomes = {
  passed: 'passed',
  failed: 'fails',
  error: 'fails',
  timeout: 'fails',
  skipped: 'skipped',
  unknown: 'unknown',
} as const satisfies Record<CellView['outcome'], string>;
