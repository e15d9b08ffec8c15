import type {
  SandboxExerciseView,
  SandboxMode,
  SubmissionFile,
  SubmissionView,
  VerdictView,
} from '@lakeproof/contracts';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '../api/errors.js';
import { ConfirmDialog } from '../ui/ConfirmDialog.js';
import { useWatched } from '../submission/use-watched.js';
import { Newer } from '../ui/Newer.js';
import { Problem } from '../ui/Problem.js';
import { CodeVerdict } from '../verdict/CodeVerdict.js';
import { GradedVerdict } from '../verdict/GradedVerdict.js';
import { RunVerdict } from '../verdict/RunVerdict.js';
import { UngradedVerdict } from '../verdict/UngradedVerdict.js';
import { LiveProgress } from './LiveProgress.js';
import { Stopped } from './Stopped.js';
import { whenOf } from '../submission/attempt-words.js';
import classes from './workspace.module.css';

interface SubmissionResultProps {
  readonly id: string;
  readonly exercise: SandboxExerciseView;
  readonly onSubmitAgain: () => void;
  readonly onRestore: (files: readonly SubmissionFile[]) => void;
}

/** One submission: its progress while it runs, then its verdict, or that it was stopped. */
export function SubmissionResult({ id, exercise, onSubmitAgain, onRestore }: SubmissionResultProps) {
  const { query, submission, ended, seen } = useWatched(id);
  const [stoppedHere, setStoppedHere] = useState(false);
  if (query.isError && !submission)
    return (
      <Problem
        onRetry={() => {
          void query.refetch();
        }}
      >
        {sentenceOf(query.error)}
      </Problem>
    );
  if (!submission)
    return <div className={classes.loading} aria-busy="true" aria-label="Loading the result" />;
  if (!ended)
    return (
      <LiveProgress
        id={id}
        seen={seen}
        kind={submission.kind}
        exercise={exercise}
        onStopped={() => {
          setStoppedHere(true);
        }}
      />
    );
  const stopped = submission.state === 'stopped';
  return (
    <>
      <p role="status" className={classes.announce}>
        {stopped ? 'Stopped. It does not count as an attempt.' : 'The result is there.'}
      </p>
      {stopped ? (
        <Stopped focused={stoppedHere} />
      ) : submission.state === 'unknown' || submission.kind === 'unknown' ? (
        <Newer what="What became of this submission" />
      ) : (
        <Verdict submission={submission} exercise={exercise} onSubmitAgain={onSubmitAgain} />
      )}
      <Footer submission={submission} onRestore={onRestore} />
    </>
  );
}

interface Graded {
  readonly id: string;
  readonly verdict: VerdictView;
  readonly exercise: SandboxExerciseView;
}

const gradedVerdict: Record<SandboxMode, (graded: Graded) => ReactNode> = {
  tests: ({ id, verdict, exercise: { title } }) => (
    <GradedVerdict verdict={verdict} title={title} submission={id} />
  ),
  code: ({ verdict, exercise: { hiddenTestCount } }) => (
    <CodeVerdict verdict={verdict} hiddenTestCount={hiddenTestCount} />
  ),
};

function Verdict({
  submission: { id, kind, state, verdict },
  exercise,
  onSubmitAgain,
}: Pick<SubmissionResultProps, 'exercise' | 'onSubmitAgain'> & { readonly submission: SubmissionView }) {
  const { mode } = exercise;
  if (state === 'graded' && verdict) {
    if (kind === 'run') return <RunVerdict verdict={verdict} mode={mode} />;
    return gradedVerdict[mode]({ id, verdict, exercise });
  }
  return (
    <UngradedVerdict
      state={state === 'rejected' ? 'rejected' : 'failed'}
      mode={mode}
      verdict={verdict}
      onSubmitAgain={onSubmitAgain}
    />
  );
}

/** When it was sent, and the way back to its files. */
function Footer({
  submission,
  onRestore,
}: Pick<SubmissionResultProps, 'onRestore'> & { readonly submission: SubmissionView }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.footer}>
      <span>
        Sent {whenOf(submission.createdAt)},{' '}
        {submission.files.length === 1 ? '1 file' : `${submission.files.length} files`}
      </span>
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => {
          setAsking(true);
        }}
      >
        Open its files in the editor
      </Button>
      {asking && (
        <ConfirmDialog
          title="Open the files of this submission?"
          text="They take the place of what is in the editor now. What you have not submitted or run is lost."
          action="Open"
          onConfirm={() => {
            onRestore(submission.files);
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}
