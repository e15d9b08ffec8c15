import { Breakable } from './Breakable.js';
import { testNameOf } from './test-name.js';
import classes from './test-name.module.css';

/**
 * A test's name for the eye, where room is short: without the class, which stands above, and the `test_` that all
 * share. A long name is cut, its parameters are not: they alone tell one case from another.
 */
export function TestNameInMatrix({ id }: { readonly id: string }) {
  const { name, parameters } = testNameOf(id);
  return (
    <span className={classes.inMatrix} aria-hidden="true">
      <span className={classes.name}>
        <Breakable text={name.replace(/^test_(?=.)/, '')} />
      </span>
      {parameters && (
        <span className={classes.dim}>
          <Breakable text={parameters} />
        </span>
      )}
    </span>
  );
}
