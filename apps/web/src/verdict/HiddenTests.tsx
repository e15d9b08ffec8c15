import type { HiddenTestResult } from './hidden-tests.js';
import { TestResult } from './TestResult.js';
import classes from './verdict.module.css';

/** The hidden tests, those that fail first. */
export function HiddenTests({ results }: { readonly results: readonly HiddenTestResult[] }) {
  const failing = results.filter(({ outcome }) => outcome === 'fails');
  const others = results.filter(({ outcome }) => outcome !== 'fails');
  return (
    <ul className={classes.runList} aria-label="Hidden tests">
      {[...failing, ...others].map(({ id, outcome, where, message }) => (
        <TestResult key={id} id={id} outcome={outcome} aside={where} message={message} />
      ))}
    </ul>
  );
}
