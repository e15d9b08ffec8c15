import { IconBug, IconClock, IconFlask, IconServer2, IconShieldCheck, IconTrophy } from '@tabler/icons-react';
import type { SandboxExerciseView } from '@lakeproof/contracts';
import { memo } from 'react';
import { Prose } from '../ui/Prose.js';
import { figure, percent } from '../ui/figures.js';
import classes from './workspace.module.css';

/** The task: its frame in figures, then its text. */
export const InstructionsPane = memo(function InstructionsPane({
  exercise,
}: {
  readonly exercise: SandboxExerciseView;
}) {
  const { title, minutes, points, standing, instructionsHtml } = exercise;
  return (
    <div className={classes.instructions}>
      <h2>{title}</h2>
      <ul className={classes.frame} aria-label="About this exercise">
        <li>
          <IconClock size={15} aria-hidden="true" /> {minutes} min
        </li>
        <li>
          <IconTrophy size={15} aria-hidden="true" /> {figure(points)} points
        </li>
        <GradedBy exercise={exercise} />
      </ul>
      {standing.bestScore !== null && (
        <p className={classes.best}>
          Your best so far: <strong>{percent(standing.bestScore)}</strong>
          {standing.points !== null && `, ${figure(standing.points)} of ${figure(points)} points`}
        </p>
      )}
      <Prose html={instructionsHtml} />
    </div>
  );
});

/** What the grade comes from. */
function GradedBy({
  exercise: { mode, bugs, correctVersions, hiddenTestCount },
}: {
  readonly exercise: SandboxExerciseView;
}) {
  return mode === 'code' ? (
    <>
      <li>
        <IconFlask size={15} aria-hidden="true" /> {hiddenTestCount} hidden tests
      </li>
      <li>
        <IconServer2 size={15} aria-hidden="true" /> {correctVersions} environments
      </li>
    </>
  ) : (
    <>
      <li>
        <IconBug size={15} aria-hidden="true" /> {bugs} bugs
      </li>
      <li>
        <IconShieldCheck size={15} aria-hidden="true" /> {correctVersions} correct versions
      </li>
    </>
  );
}
