import { falseAlarmCostInWords, type VariantView } from '@lakeproof/contracts';
import type { Tally } from './verdict-words.js';
import classes from './bug-meter.module.css';

/**
 * One segment for each bug, in the order of the matrix: caught or survived. Below it, where there are false alarms,
 * their part of all points, from the end.
 */
export function BugMeter({ bugs, tally }: { readonly bugs: readonly VariantView[]; readonly tally: Tally }) {
  const { cost } = tally;
  const label = `${tally.caught} of ${tally.bugs} bugs caught, ${tally.survived} survived`;
  return (
    <div
      className={classes.meter}
      role="img"
      aria-label={cost ? `${label}; ${falseAlarmCostInWords(cost)}` : label}
    >
      <div className={classes.bugs}>
        {bugs.map(({ key, outcome }) => (
          <span key={key} data-outcome={outcome} />
        ))}
      </div>
      {cost && (
        <div className={classes.cost}>
          {Array.from({ length: cost.runs }, (_, part) => (
            <span key={part} data-lost={part >= cost.runs - cost.count || undefined} />
          ))}
        </div>
      )}
    </div>
  );
}
