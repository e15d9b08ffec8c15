import type { VerdictView } from '@lakeproof/contracts';
import { duration, figure, percent, type Tally } from './verdict-words.js';
import classes from './verdict.module.css';

/** The verdict in figures. */
export function VerdictFigures({ verdict, tally }: { readonly verdict: VerdictView; readonly tally: Tally }) {
  const { score, points, maxPoints, timing } = verdict;
  return (
    <dl className={classes.figures}>
      {score !== null && (
        <div>
          <dt>Score</dt>
          <dd>{percent(score)}</dd>
        </div>
      )}
      {points !== null && (
        <div>
          <dt>Points</dt>
          <dd>
            {figure(points)} <small>of {figure(maxPoints)}</small>
          </dd>
        </div>
      )}
      <div>
        <dt>Valid tests</dt>
        <dd>
          {tally.valid} <small>of {tally.tests}</small>
        </dd>
      </div>
      <div>
        <dt>Time</dt>
        <dd>{duration(timing.total)}</dd>
      </div>
    </dl>
  );
}
