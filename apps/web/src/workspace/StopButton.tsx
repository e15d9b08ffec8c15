import { Button } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../api/errors.js';
import { stopSubmission, submissionQuery } from '../submission/queries.js';
import { Problem } from '../ui/Problem.js';
import classes from './workspace.module.css';

interface StopButtonProps {
  readonly submission: string;
  readonly onStopped: () => void;
}

/** Ends one's own run or submission. When it had ended a moment before, its result comes instead. */
export function StopButton({ submission, onStopped }: StopButtonProps) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => stopSubmission(submission),
    onSuccess: async ({ state }) => {
      if (state === 'stopped') onStopped();
      await client.invalidateQueries({ queryKey: submissionQuery(submission).queryKey });
    },
  });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        className={classes.stop ?? ''}
        leftSection={<IconPlayerStopFilled size={15} aria-hidden="true" />}
        // Not disabled: the keyboard would lose its place.
        aria-disabled={isPending}
        onClick={() => {
          if (!isPending) mutate();
        }}
      >
        {isPending ? 'Stopping…' : 'Stop'}
      </Button>
      {error && <Problem>{sentenceOf(error)}</Problem>}
    </>
  );
}
