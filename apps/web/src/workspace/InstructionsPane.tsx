import { IconBug, IconClock, IconShieldCheck, IconTrophy } from '@tabler/icons-react';
import type { SandboxExerciseView } from '@lakeproof/contracts';
import { memo } from 'react';
import { Prose } from '../shell/Prose.js';
import { figure, percent } from '../verdict/verdict-words.js';
import classes from './workspace.module.css';

/** The task: its frame in figures, then its text. */
export const InstructionsPane = memo(function InstructionsPane({
  exercise,
}: {
  readonly exercise: SandboxExerciseView;
}) {
  const { title, minutes, points, bugs, correctVersions, standing, instructionsHtml } = exercise;
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
        <li>
          <IconBug size={15} aria-hidden="true" /> {bugs} bugs
        </li>
        <li>
          <IconShieldCheck size={15} aria-hidden="true" /> {correctVersions} correct versions
        </li>
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
