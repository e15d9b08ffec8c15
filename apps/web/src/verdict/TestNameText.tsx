import { Breakable } from './Breakable.js';
import { testNameOf } from './test-name.js';
import classes from './test-name.module.css';

/** A test's name without its file, its class and parameters dimmed. Takes pytest's id. */
export function TestNameText({ id }: { readonly id: string }) {
  const { context, name, parameters } = testNameOf(id);
  return (
    <>
      {context && (
        <span className={classes.dim}>
          <Breakable text={`${context}::`} />
        </span>
      )}
      {context && <wbr />}
      <Breakable text={name} />
      {parameters && <wbr />}
      {parameters && (
        <span className={classes.dim}>
          <Breakable text={parameters} />
        </span>
      )}
    </>
  );
}
