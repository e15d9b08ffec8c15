import {
  type Icon,
  IconBug,
  IconClock,
  IconFlask,
  IconServer2,
  IconShieldCheck,
  IconTrophy,
} from '@tabler/icons-react';
import type { SandboxExerciseView, SandboxMode } from '@lakeproof/contracts';
import { memo } from 'react';
import { Prose } from '../ui/Prose.js';
import { figure, percent } from '../ui/figures.js';
import classes from './workspace.module.css';

/** What the grade comes from. */
const gradedBy: Record<SandboxMode, (exercise: SandboxExerciseView) => readonly (readonly [Icon, string])[]> =
  {
    tests: ({ bugs, correctVersions }) => [
      [IconBug, `${bugs} bugs`],
      [IconShieldCheck, `${correctVersions} correct versions`],
    ],
    code: ({ hiddenTestCount, correctVersions }) => [
      [IconFlask, `${hiddenTestCount} hidden tests`],
      [IconServer2, `${correctVersions} environments`],
    ],
  };

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
        {gradedBy[exercise.mode](exercise).map(([Icon, words]) => (
          <li key={words}>
            <Icon size={15} aria-hidden="true" /> {words}
          </li>
        ))}
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
