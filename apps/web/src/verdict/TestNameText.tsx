import { VisuallyHidden } from '@mantine/core';
import { Fragment } from 'react';
import { testNameOf } from './test-name.js';
import classes from './test-name.module.css';

interface TestNameTextProps {
  /** pytest's id. */
  readonly id: string;
  /** Without the class, which stands above, and the `test_` that all share; screen readers still get both. */
  readonly inMatrix?: boolean;
}

/** A test's name without its file, its class and parameters dimmed. It wraps at underscores, not within words. */
export function TestNameText({ id, inMatrix = false }: TestNameTextProps) {
  const { context, name, parameters } = testNameOf(id);
  const prefix = inMatrix && name.startsWith('test_') && name.length > 5 ? 'test_' : '';
  return (
    <>
      {context && !inMatrix && <span className={classes.dim}>{breakable(`${context}::`)}</span>}
      {context && !inMatrix && <wbr />}
      {(prefix || (inMatrix && context)) && (
        <VisuallyHidden>
          {inMatrix && context && `${context}, `}
          {prefix}
        </VisuallyHidden>
      )}
      {breakable(name.slice(prefix.length))}
      {parameters && <span className={classes.dim}>{breakable(parameters)}</span>}
    </>
  );
}

const breakable = (text: string) =>
  text.split(/(?<=_|::|-)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
