import { VisuallyHidden } from '@mantine/core';
import { Fragment } from 'react';

/** A test's name without the `test_` that all share; whole for screen readers and copying. Wraps at underscores. */
export function ShortTestName({ name }: { readonly name: string }) {
  const prefix = name.startsWith('test_') && name.length > 5 ? 'test_' : '';
  const parts = name.slice(prefix.length).split(/(?<=_|::)/);
  return (
    <>
      {prefix && <VisuallyHidden>{prefix}</VisuallyHidden>}
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
