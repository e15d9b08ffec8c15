import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Page } from './Page.js';
import classes from './notice.module.css';

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
    <Page width="full" title={title}>
      <div className={classes.notice}>
        <span className={classes.icon}>
          <Icon size={28} stroke={1.6} aria-hidden="true" />
        </span>
        <h1>{title}</h1>
        {children}
        <div className={classes.actions}>{actions}</div>
      </div>
    </Page>
  );
}
