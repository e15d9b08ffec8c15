import classes from './skeleton.module.css';

/** While a page loads: its outline, still. */
export function PageSkeleton() {
  return (
    <main id="main" className={classes.page} aria-busy="true" aria-label="Loading">
      <div className={classes.title} />
      <div className={classes.line} />
      <div className={classes.block} />
      <div className={classes.block} />
    </main>
  );
}
