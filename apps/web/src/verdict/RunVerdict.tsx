import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { MatrixCell, VerdictView } from '@lakeproof/contracts';
import { isFailure } from './matrix-source.js';
import { Output } from './Output.js';
import { testNameOf } from './test-name.js';
import { TestNameText } from './TestNameText.js';
import { duration, runHeadlineOf } from './verdict-words.js';
import classes from './verdict.module.css';

/** What a run showed: each test on the code one sees. No grade, no attempt. */
export function RunVerdict({ verdict }: { readonly verdict: VerdictView }) {
  const failing = verdict.matrix.filter(({ outcome }) => isFailure(outcome));
  const others = verdict.matrix.filter(({ outcome }) => !isFailure(outcome));
  return (
    <div className={classes.verdict}>
      <div className={classes.headline}>
        <h3>{runHeadlineOf(verdict.matrix)}</h3>
        <p>
          {failing.length > 0
            ? 'The code you see is correct: a test that fails on it would be a false alarm.'
            : 'Submit to see which bugs your tests catch.'}{' '}
          Took {duration(verdict.timing.total)}; a run is no attempt.
        </p>
      </div>
      <ul className={classes.runList}>
        {[...failing, ...others].map((cell) => (
          <RunResult key={cell.test} cell={cell} />
        ))}
      </ul>
      {verdict.notes.length > 0 && (
        <ul className={classes.notes}>
          {verdict.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function RunResult({ cell }: { readonly cell: MatrixCell }) {
  const { name } = testNameOf(cell.test);
  const fails = isFailure(cell.outcome);
  const Icon = fails ? IconX : cell.outcome === 'skipped' ? IconMinus : IconCheck;
  return (
    <li data-outcome={fails ? 'fails' : cell.outcome}>
      <div className={classes.runRow}>
        <Icon
          size={17}
          stroke={2.2}
          aria-label={fails ? 'Fails' : cell.outcome === 'skipped' ? 'Skipped' : 'Passes'}
        />
        <code className={classes.testName}>
          <TestNameText id={cell.test} />
        </code>
        <span>{duration(cell.seconds)}</span>
      </div>
      {cell.message && <Output text={cell.message} label={`What ${name} said`} />}
    </li>
  );
}
