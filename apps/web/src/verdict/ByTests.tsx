import { Fragment } from 'react';
import { TestNameText } from './TestNameText.js';
import classes from './verdict.module.css';

/** "by test_x[unique], test_y and 3 more", of pytest's ids. */
export function ByTests({ ids, most }: { readonly ids: readonly string[]; readonly most: number }) {
  return (
    <span className={classes.by}>
      by{' '}
      {ids.slice(0, most).map((id, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <code>
            <TestNameText id={id} />
          </code>
        </Fragment>
      ))}
      {ids.length > most && ` and ${ids.length - most} more`}
    </span>
  );
}
