import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './shell.module.css';

/** A whole page that says one thing: not found, broken, unreachable. */
export function Notice({
  icon: Icon,
  title,
  children,
  actions,
}: {
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}) {
  return (
    <main id="main" className={classes.notice} tabIndex={-1}>
      <span className={classes.noticeIcon}>
        <Icon size={28} stroke={1.6} aria-hidden="true" />
      </span>
      <h1>{title}</h1>
      {children}
      <div className={classes.noticeActions}>{actions}</div>
    </main>
  );
}
