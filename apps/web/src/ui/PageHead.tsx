import type { ReactNode } from 'react';
import classes from './page-head.module.css';

interface PageHeadProps {
  /** A line over the title: what it belongs to. */
  readonly above?: ReactNode;
  readonly title: string;
  readonly summary?: ReactNode;
  /** What can be done, beside the title. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** The beginning of a page: its title, and what to know before the rest. */
export function PageHead({ above, title, summary, actions, children }: PageHeadProps) {
  return (
    <header className={classes.head}>
      <div>
        {above !== undefined && <p className={classes.above}>{above}</p>}
        <h1>{title}</h1>
        {summary !== undefined && <p className={classes.summary}>{summary}</p>}
        {children}
      </div>
      {actions}
    </header>
  );
}
