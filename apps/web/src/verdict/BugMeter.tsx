import type { VariantView } from '@lakeproof/contracts';
import type { Tally } from './verdict-words.js';
import classes from './bug-meter.module.css';

/** One segment for each bug, in the order of the matrix: caught or survived. */
export function BugMeter({ bugs, tally }: { readonly bugs: readonly VariantView[]; readonly tally: Tally }) {
  return (
    <div
      className={classes.meter}
      role="img"
      aria-label={`${tally.caught} of ${tally.bugs} bugs caught, ${tally.survived} survived`}
    >
      {bugs.map(({ key, outcome }) => (
        <span key={key} data-caught={outcome === 'caught' || undefined} />
      ))}
    </div>
  );
}
