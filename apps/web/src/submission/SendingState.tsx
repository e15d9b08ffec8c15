import { Button } from '@mantine/core';
import type { Sending } from './use-sending.js';
import classes from './submission.module.css';

/** On its way to the server, or waiting for the connection. */
export function SendingState({
  sending: { kind, failures, told },
  onGiveUp,
}: {
  readonly sending: Sending;
  readonly onGiveUp: () => void;
}) {
  return (
    <div className={classes.sending}>
      <div role="status" className={classes.sendingWords}>
        <strong>
          {failures === 0
            ? kind === 'run'
              ? 'Sending your run'
              : 'Sending your submission'
            : told === null
              ? 'Waiting for the connection'
              : 'Not taken in yet'}
        </strong>
      </div>
      {failures > 0 && (
        <>
          <p className={classes.dim}>
            {told} It did not get through {failures === 1 ? 'yet' : `in ${failures} tries`}. It is kept in
            this browser and sent again by itself, once: it will not count twice.
          </p>
          <div>
            <Button variant="default" size="xs" onClick={onGiveUp}>
              Do not send it
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
