import { RingProgress } from '@mantine/core';
import '@mantine/core/styles/RingProgress.css';
import '@mantine/core/styles/Tooltip.css';
import { IconCheck } from '@tabler/icons-react';
import classes from './learn.module.css';

/** The best score as a ring; a check for full marks. What it shows stands beside it in words. */
export function StandingRing({ score }: { readonly score: number | null }) {
  const full = score !== null && score >= 1;
  return (
    <RingProgress
      aria-hidden="true"
      size={32}
      thickness={3.5}
      rootColor="var(--lp-line)"
      sections={[
        {
          value: (score ?? 0) * 100,
          color: full ? 'var(--lp-caught-solid)' : 'var(--lp-accent-solid)',
        },
      ]}
      label={full && <IconCheck className={classes.full} size={16} stroke={2.6} />}
    />
  );
}
