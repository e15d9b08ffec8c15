import type { ReactNode } from 'react';
import { CaughtIcon, FalseAlarmIcon, SurvivedIcon } from './MeaningIcon.js';
import classes from './chip.module.css';

const icons = { caught: CaughtIcon, survived: SurvivedIcon, alarm: FalseAlarmIcon };

/** One of the three meanings as colour, icon and word; `plain` for everything that has none. */
export function Chip({
  meaning,
  children,
}: {
  readonly meaning: 'caught' | 'survived' | 'alarm' | 'plain';
  readonly children: ReactNode;
}) {
  const Icon = meaning === 'plain' ? undefined : icons[meaning];
  return (
    <span className={classes.chip} data-meaning={meaning}>
      {Icon && <Icon size={14} stroke={2.1} aria-hidden="true" />}
      {children}
    </span>
  );
}
