import type { Cause } from '@lakeproof/contracts';
import type { CellMeaning, MatrixLayout } from './matrix-layout.js';
import { CellIcon, SurvivedIcon } from './MeaningIcon.js';
import classes from './matrix.module.css';

const entries: readonly { meaning: CellMeaning; cause: Cause | null; words: string }[] = [
  { meaning: 'caught', cause: 'assertion', words: 'Caught' },
  { meaning: 'caught', cause: 'exception', words: 'Caught by an exception' },
  { meaning: 'caught', cause: 'timeout', words: 'Caught by a timeout' },
  { meaning: 'fails', cause: null, words: 'Fails' },
  { meaning: 'false-alarm', cause: null, words: 'False alarm' },
  { meaning: 'discounted', cause: null, words: 'Fails, does not count' },
  { meaning: 'missed', cause: null, words: 'Not noticed' },
  { meaning: 'passes', cause: null, words: 'Passes, as it must' },
  { meaning: 'skipped', cause: null, words: 'Skipped' },
  { meaning: 'unknown', cause: null, words: 'Newer than this page' },
];

/** The signs that occur in this matrix, with their words. */
export function MatrixLegend({ layout }: { readonly layout: MatrixLayout }) {
  const cells = layout.rows.flatMap((row) => row.cells);
  const occurs = (meaning: CellMeaning, cause: Cause | null) =>
    cells.some(
      (at) => at.meaning === meaning && (meaning !== 'caught' || (at.cell?.cause ?? 'assertion') === cause),
    );
  const survived = layout.columns.some(({ outcome }) => outcome === 'survived');
  const shown = entries.filter(({ meaning, cause }) => occurs(meaning, cause));
  if (shown.length === 0) return null;
  return (
    <ul className={classes.legend} aria-label="Signs in the matrix">
      {shown.map(({ meaning, cause, words }) => (
        <li key={words}>
          <span className={classes.sign} data-meaning={meaning}>
            <CellIcon meaning={meaning} cause={cause} />
          </span>
          {words}
        </li>
      ))}
      {survived && (
        <li>
          <span className={classes.sign} data-meaning="survived">
            <SurvivedIcon size="1em" stroke={2} aria-hidden="true" />
          </span>
          Survived
        </li>
      )}
    </ul>
  );
}
