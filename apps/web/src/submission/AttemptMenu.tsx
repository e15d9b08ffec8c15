import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { SubmissionSummary } from '@lakeproof/contracts';
import { namesOf, outcomeOf, whenOf } from './attempt-words.js';
import classes from './submission.module.css';

interface AttemptMenuProps {
  /** Newest first. */
  readonly submissions: readonly SubmissionSummary[];
  readonly shown: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The history of an exercise: every run and attempt, to be opened again. */
export function AttemptMenu({ submissions, shown, onSelect }: AttemptMenuProps) {
  if (submissions.length === 0) return null;
  const names = namesOf(submissions);
  const current = submissions.find(({ id }) => id === shown);
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          className={classes.history ?? ''}
          rightSection={<IconChevronDown size={15} aria-hidden="true" />}
        >
          {current ? names.get(current.id) : 'History'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.historyList ?? ''}>
        <Menu.Label>History, newest first</Menu.Label>
        {submissions.map((submission) => (
          <Menu.Item
            key={submission.id}
            aria-current={submission.id === shown}
            onClick={() => {
              onSelect(submission.id);
            }}
          >
            <span className={classes.historyRow}>
              <span>{names.get(submission.id)}</span>
              <time dateTime={submission.createdAt}>{whenOf(submission.createdAt)}</time>
              <strong>{outcomeOf(submission)}</strong>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
