import { IconPlayerStopFilled } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import classes from './workspace.module.css';

/**
 * Instead of a verdict.
 * @param focused the button that stopped it has just gone: the keyboard goes on from here
 */
export function Stopped({ focused }: { readonly focused: boolean }) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (focused) words.current?.focus();
  }, [focused]);
  return (
    <p ref={words} tabIndex={-1} className={classes.stopped}>
      <IconPlayerStopFilled size={22} aria-hidden="true" />
      <span>
        <strong>Stopped.</strong> It does not count as an attempt.
      </span>
    </p>
  );
}
