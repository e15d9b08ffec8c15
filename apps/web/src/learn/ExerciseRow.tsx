import { IconChevronRight } from '@tabler/icons-react';
import type { ExerciseSummary } from '@lakeproof/contracts';
import { Link } from '@tanstack/react-router';
import { figure, percent } from '../ui/figures.js';
import { attemptsWord, progressOf } from './standing-words.js';
import { StandingRing } from './StandingRing.js';
import classes from './learn.module.css';

function asked(exercise: ExerciseSummary): string {
  switch (exercise.mode) {
    case 'tests':
      return `${exercise.bugs} bugs`;
    case 'code':
      return `${exercise.hiddenTestCount} hidden tests`;
    case 'quiz':
      return `${exercise.questionCount} questions`;
    case 'unknown':
      return 'reload this page to open it';
  }
}

/** One exercise as a link: what it asks, and where one stands. */
export function ExerciseRow({ exercise, day }: { readonly exercise: ExerciseSummary; readonly day: string }) {
  const { slug, title, minutes, points, standing } = exercise;
  const progress = progressOf(exercise);
  return (
    <li>
      <Link to="/learn/$day/$exercise" params={{ day, exercise: slug }} className={classes.exercise}>
        <StandingRing score={standing.bestScore} />
        <span className={classes.exerciseWords}>
          <span className={classes.exerciseTitle}>{title}</span>
          <span className={classes.exerciseFacts}>
            {minutes} min · {asked(exercise)} · {figure(points)} points
          </span>
        </span>
        <span className={classes.standing} data-progress={progress}>
          {standing.bestScore === null ? (
            progress === 'new' ? (
              'Not started'
            ) : (
              'Not graded yet'
            )
          ) : (
            <>
              <strong>{percent(standing.bestScore)}</strong>
              <span>{attemptsWord(standing.attempts)}</span>
            </>
          )}
        </span>
        <IconChevronRight size={18} aria-hidden="true" className={classes.chevron} />
      </Link>
    </li>
  );
}
