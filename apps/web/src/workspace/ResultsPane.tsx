import type { SandboxExerciseView, SubmissionFile } from '@lakeproof/contracts';
import { AttemptMenu } from '../submission/AttemptMenu.js';
import { NothingYet } from './NothingYet.js';
import { SendingState } from '../submission/SendingState.js';
import { SubmissionResult } from './SubmissionResult.js';
import { type SendingProblem, stands } from '../submission/sending-problem.js';
import type { Sending } from '../submission/use-sending.js';
import { Problem } from '../ui/Problem.js';
import classes from './workspace.module.css';

interface ResultsPaneProps {
  readonly exercise: SandboxExerciseView;
  /** The submission that is shown; the newest when none was chosen. */
  readonly selected: string | undefined;
  readonly sending: Sending | null;
  readonly problem: SendingProblem | null;
  readonly onSelect: (id: string) => void;
  readonly onGiveUp: () => void;
  readonly onSubmitAgain: () => void;
  readonly onRestore: (files: readonly SubmissionFile[]) => void;
}

/** What became of the newest submission, or of the one chosen from the history. */
export function ResultsPane(props: ResultsPaneProps) {
  const { exercise, selected, sending, problem, onSelect, onGiveUp, onSubmitAgain, onRestore } = props;
  const shown = selected ?? exercise.submissions[0]?.id;
  return (
    <div className={classes.results}>
      <div className={classes.resultsHead}>
        <h2>Results</h2>
        <AttemptMenu submissions={exercise.submissions} shown={shown} onSelect={onSelect} />
      </div>
      {problem !== null && stands(problem, exercise.submissions) && <Problem>{problem.sentence}</Problem>}
      {sending ? (
        <SendingState sending={sending} onGiveUp={onGiveUp} />
      ) : shown === undefined ? (
        <NothingYet exercise={exercise} />
      ) : (
        <SubmissionResult
          key={shown}
          id={shown}
          exercise={exercise}
          onSubmitAgain={onSubmitAgain}
          onRestore={onRestore}
        />
      )}
    </div>
  );
}
