import type { FalseAlarmCost, VerdictView } from '@lakeproof/contracts';
import { duration, figure, percent } from '../ui/figures.js';
import classes from './verdict.module.css';

interface VerdictFiguresProps {
  readonly verdict: VerdictView;
  /** What is counted in tests: how many of all are good. */
  readonly counted: { readonly label: string; readonly good: number; readonly all: number };
  /** What false alarms cost. */
  readonly cost?: FalseAlarmCost | undefined;
}

/** The verdict in figures. */
export function VerdictFigures({ verdict, counted, cost }: VerdictFiguresProps) {
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
        <dt>{counted.label}</dt>
        <dd>
          {counted.good} <small>of {counted.all}</small>
        </dd>
      </div>
      {cost && (
        <div>
          <dt>False alarms</dt>
          <dd>
            {cost.count}{' '}
            <small>
              cost {Math.min(cost.count, cost.runs)}/{cost.runs}
            </small>
          </dd>
        </div>
      )}
      <div>
        <dt>Time</dt>
        <dd>{duration(timing.total)}</dd>
      </div>
    </dl>
  );
}
