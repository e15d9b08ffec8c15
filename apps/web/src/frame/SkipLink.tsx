import classes from './frame.module.css';

/** First stop of the Tab key on every page: past the header, to what the page is for. */
export function SkipLink() {
  return (
    <a className={classes.skip} href="#main">
      Skip to the content
    </a>
  );
}
