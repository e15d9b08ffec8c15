import { Button } from '@mantine/core';
import { IconPlayerPlay, IconSend2 } from '@tabler/icons-react';
import type { SubmissionKind } from '@lakeproof/contracts';
import type { Sending } from '../submission/use-sending.js';
import { ariaKeysOf, keysOf } from './shortcuts.js';
import classes from './workspace.module.css';

/** Run and Submit, with their keys. */
export function SendBar({
  sending,
  onAsk,
}: {
  readonly sending: Sending | null;
  readonly onAsk: (kind: SubmissionKind) => void;
}) {
  return (
    <div className={classes.sendBar}>
      <span className={classes.leave}>
        <kbd>Esc</kbd> <kbd>Tab</kbd> leaves the editor
      </span>
      <Button
        variant="default"
        leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
        rightSection={<Keys kind="run" />}
        aria-keyshortcuts={ariaKeysOf('run')}
        disabled={sending !== null}
        onClick={() => {
          onAsk('run');
        }}
      >
        Run
      </Button>
      <Button
        leftSection={<IconSend2 size={16} aria-hidden="true" />}
        rightSection={<Keys kind="submit" />}
        aria-keyshortcuts={ariaKeysOf('submit')}
        disabled={sending !== null}
        onClick={() => {
          onAsk('submit');
        }}
      >
        Submit
      </Button>
    </div>
  );
}

function Keys({ kind }: { readonly kind: SubmissionKind }) {
  return (
    <span className={classes.keys} aria-hidden="true">
      {keysOf(kind).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
