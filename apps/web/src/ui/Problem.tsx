import { Alert, Button } from '@mantine/core';
import '@mantine/core/styles/Alert.css';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './problem.module.css';

interface ProblemProps {
  /** What went wrong and what to do, in a sentence or two. */
  readonly children: ReactNode;
  /** Where trying once more may help. */
  readonly onRetry?: () => void;
  /** `note`: it was there from the start, so it isn't read out at once. */
  readonly role?: 'alert' | 'note';
}

/** Something that did not work, at the place where it was asked for. */
export function Problem({ children, onRetry, role = 'alert' }: ProblemProps) {
  return (
    <Alert role={role} icon={<IconAlertTriangle aria-hidden="true" />} classNames={classes}>
      {children}
      {onRetry && (
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
