import { IconCheck } from '@tabler/icons-react';
import classes from './learn.module.css';

const radius = 13;
const round = 2 * Math.PI * radius;

/** The best score as a ring; a check for full marks. What it shows stands beside it in words. */
export function StandingRing({ score }: { readonly score: number | null }) {
  const full = score !== null && score >= 1;
  return (
    <span className={classes.ring} data-full={full || undefined} aria-hidden="true">
      {full ? (
        <IconCheck size={18} stroke={2.4} />
      ) : (
        <svg viewBox="0 0 32 32" width="32" height="32">
          <circle cx="16" cy="16" r={radius} />
          {score !== null && score > 0 && (
            <circle
              className={classes.ringValue}
              cx="16"
              cy="16"
              r={radius}
              strokeDasharray={`${score * round} ${round}`}
              transform="rotate(-90 16 16)"
            />
          )}
        </svg>
      )}
    </span>
  );
}
