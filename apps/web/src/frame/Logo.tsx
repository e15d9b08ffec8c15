import classes from './frame.module.css';

/** The mark: a shield that holds a lake. */
export function Logo() {
  return (
    <span className={classes.logo}>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <path
          fill="var(--lp-accent-solid)"
          d="M16 2 4.5 6.200v8.600C4.500 22.400 9.200 27.300 16 30c6.800-2.700 11.500-7.600 11.500-15.200V6.200z"
        />
        <path
          fill="var(--lp-on-accent)"
          d="M5.700 16.600c3.400-2.300 6.900-2.300 10.300 0s6.900 2.300 10.300 0c-.500 2-1.400 3.800-2.700 5.300-2.500 1-5.100.600-7.600-1.100-3-2-6-2.200-9-.600a14 14 0 0 1-1.300-3.600z"
        />
      </svg>
      <span className={classes.word}>Lakeproof</span>
    </span>
  );
}
