import type { DayStep } from '@lakeproof/contracts';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './reading.module.css';

const stepWord: Record<DayStep['kind'], string> = {
  lesson: 'lesson',
  exercise: 'exercise',
  unknown: 'step',
};

/** The neighbours of a step in its day. */
export function PreviousNext({
  day,
  previous,
  next,
}: {
  readonly day: string;
  readonly previous: DayStep | undefined;
  readonly next: DayStep | undefined;
}) {
  return (
    <nav aria-label="Previous and next" className={classes.around}>
      {previous && (
        <Link to="/learn/$day/$exercise" params={{ day, exercise: previous.slug }} rel="prev">
          <IconArrowLeft size={18} aria-hidden="true" />
          <span>
            <small>Previous {stepWord[previous.kind]}</small>
            {previous.title}
          </span>
        </Link>
      )}
      {next && (
        <Link to="/learn/$day/$exercise" params={{ day, exercise: next.slug }} rel="next" data-next>
          <span>
            <small>
              Next {stepWord[next.kind]}, {next.minutes} min
            </small>
            {next.title}
          </span>
          <IconArrowRight size={18} aria-hidden="true" />
        </Link>
      )}
    </nav>
  );
}
