import { Button } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { SubmissionView, VariantView } from '@lakeproof/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { sentenceOf } from '../api/errors.js';
import { submissionQuery } from '../submission/queries.js';
import { columnName } from './cell-words.js';
import { openHint } from './queries.js';
import { Problem } from '../ui/Problem.js';

interface NextHintProps {
  readonly submission: string;
  readonly bug: VariantView;
  /** The one to open, from 1. */
  readonly level: number;
  /** It was the last one, and this button had the focus that goes with it. */
  readonly onFocusLost: () => void;
}

/** Asks for the next hint on a bug. The page doesn't have it before: each one is asked for. */
export function NextHint({ submission, bug, level, onFocusLost }: NextHintProps) {
  const client = useQueryClient();
  const button = useRef<HTMLButtonElement>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => openHint(submission, bug.key, level),
    onSuccess: ({ hints }) => {
      if (hints.length >= bug.hintLevels && document.activeElement === button.current) onFocusLost();
      client.setQueryData(
        submissionQuery(submission).queryKey,
        (seen) => seen && withHints(seen, bug.key, hints),
      );
    },
  });
  return (
    <>
      <Button
        ref={button}
        variant="default"
        size="compact-sm"
        // Not `loading`: it disables the button, and what is disabled loses the focus.
        aria-disabled={isPending}
        data-disabled={isPending}
        leftSection={<IconBulb size={15} aria-hidden="true" />}
        aria-label={`Open hint ${level} of ${bug.hintLevels} on ${columnName(bug)}`}
        onClick={() => {
          if (!isPending) mutate();
        }}
      >
        Hint {level} of {bug.hintLevels}
      </Button>
      {error && <Problem>{sentenceOf(error)}</Problem>}
    </>
  );
}

const withHints = (seen: SubmissionView, key: string, hints: string[]): SubmissionView =>
  seen.verdict
    ? {
        ...seen,
        verdict: {
          ...seen.verdict,
          variants: seen.verdict.variants.map((variant) =>
            variant.key === key ? { ...variant, hints } : variant,
          ),
        },
      }
    : seen;
