import classes from './detail.module.css';

/** What pytest said, as it said it. Scrolls by keyboard too. */
export function Output({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <pre className={classes.output} tabIndex={0} role="region" aria-label={label}>
      {text}
    </pre>
  );
}
